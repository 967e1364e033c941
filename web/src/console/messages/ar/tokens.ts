import type { Tokens } from '../en/tokens';
import { isolated } from './isolated';

export const tokens = (): Tokens => ({
  title: 'مفاتيح البرامج',
  is: 'تدخل البرامج بمفتاح. يفتح ما صُنع له ولا شيء غيره.',
  make: 'إنشاء مفتاح',
  name: 'الاسم',
  expires: 'صالح حتى (اختياري)',
  scopes: 'ما يفتحه',
  may: {
    'queue:read': 'قراءة قائمة الانتظار والتعليقات',
    'decisions:write': 'البتّ في التعليقات',
    'screening:read': 'قراءة إعدادات الفرز',
    'screening:write': 'تغيير إعدادات الفرز',
    'statistics:read': 'قراءة الإحصاءات',
    'audit:read': 'قراءة السجل',
    'accounts:write': 'فتح الحسابات وتغييرها: بقدر ما للمدير',
    akismet: 'السؤال كما يسأل موقعٌ Akismet',
  },
  once: 'هذا هو السر. لن يُعرض مرة أخرى:',
  copy: 'نسخ',
  copied: 'نُسخ',
  none: 'لا توجد مفاتيح بعد.',
  made: 'أُنشئ',
  stands: 'الحالة',
  forEver: 'بلا نهاية',
  until: (when) => `حتى ${when}`,
  over: 'انتهت مدته',
  revoked: 'أُلغي',
  revoke: 'إلغاء المفتاح',
  revokeOf: (name) => `إلغاء ${isolated(name)}`,
  sure: 'تُمنع البرامج التي تستعمله فورًا.',
  problems: {
    'invalid-request': 'يحتاج المفتاح إلى اسم من 1 إلى 64 حرفًا أو رقمًا أو مسافة أو . - _، وإلى شيء واحد على الأقل يفتحه، ونهايةٍ لم تأت بعد.',
  },
});
