import type { Shell } from '../en/shell';

/** What stands around every page. */
export const shell = (): Shell => ({
  product: 'Rejoinder',
  place: 'الإشراف',
  pages: 'الصفحات',
  queue: 'قائمة الانتظار',
  languageOfPage: 'اللغة',
  loading: 'جارٍ التحميل…',
  unreachable: 'تعذّر الوصول إلى الخادم.',
  tryAgain: 'إعادة المحاولة',
});
