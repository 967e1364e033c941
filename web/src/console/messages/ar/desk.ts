import type { Desk } from '../en/desk';
import type { Say } from '../say';
import { isolated } from './isolated';

/** The lists and what is asked of them. */
export const desk = (say: Say): Desk => {
  const comments = (n: number): string =>
    say.plural(n, {
      zero: 'لا تعليقات',
      one: 'تعليق واحد',
      two: 'تعليقان',
      few: `${say.number(n)} تعليقات`,
      many: `${say.number(n)} تعليقًا`,
      other: `${say.number(n)} تعليق`,
    });
  return {
    tabs: { held: 'قيد الانتظار', reported: 'المُبلَّغ عنها', appealed: 'المعترض عليها', sampled: 'العيّنة', approved: 'المقبولة', rejected: 'المرفوضة', all: 'الكل' },
    lists: 'القوائم',
    order: 'الترتيب',
    sorts: { harm: 'الأكثر إلحاحًا أولًا', oldest: 'الأقدم أولًا', newest: 'الأحدث أولًا', reported: 'الأكثر بلاغات أولًا' },
    connected: 'مباشر',
    disconnected: 'انقطع الاتصال، تجري المحاولة من جديد…',
    sizeOf: (list, n, oldest) => `${list}: ${comments(n)}${oldest === null ? '' : `، أقدمها ${oldest}`}`,
    compact: (n) => say.compact(n),
    freshOnes: (n) =>
      say.plural(n, {
        zero: 'لا تعليقات جديدة',
        one: 'تعليق جديد',
        two: 'تعليقان جديدان',
        few: `${say.number(n)} تعليقات جديدة`,
        many: `${say.number(n)} تعليقًا جديدًا`,
        other: `${say.number(n)} تعليق جديد`,
      }),
    showMore: 'إظهار المزيد',
    found: comments,
    empty: {
      held: 'لا شيء في الانتظار. أحسنت.',
      reported: 'لم يُبلغ أي قارئ عن شيء.',
      appealed: 'لا أحد ينتظر نظرة أخرى.',
      sampled: 'لا شيء الآن للحكم عليه دون معرفة القرار.',
      approved: 'لم يُقبل شيء بعد.',
      rejected: 'لم يُرفض شيء بعد.',
      all: 'لا تعليقات بعد.',
    },
    fault: (value, bound) => `«${isolated(value)}»: لا يمكن البحث عن هذا. المتوقَّع: ${isolated(bound)}.`,
    notFound: 'لا شيء هنا مما بحثت عنه.',
    search: 'بحث',
    searchHint: `كلمات، "عبارة"، ${isolated('author:, domain:, is:rejected')}…`,
    clear: 'مسح',
    single: 'واحدًا واحدًا',
    blur: 'تمويه الإساءات',
    filters: 'عوامل التصفية',
    filter: {
      review: 'المراجعة', author: 'الكاتب', domain: 'رابط إلى', reason: 'السبب', screen: 'ما كشفه', language: 'اللغة', moderator: 'صاحب القرار',
      spam: 'إعلان من', toxic: 'إساءة من', after: 'كُتب ابتداءً من', before: 'وقبل', is: 'فقط',
    },
    anything: 'أيّ شيء',
    states: {
      appealed: 'معترض عليها', edited: 'ما عدّله كاتبه', reply: 'الردود', imported: 'المستورَدة', verified: 'من كُتّاب سجّلوا الدخول', public: 'الظاهرة في الموقع', escalated: 'المُحالة', automatic: 'ما قرّره الفحص الآلي',
    },
    help: 'لوحة المفاتيح',
  };
};
