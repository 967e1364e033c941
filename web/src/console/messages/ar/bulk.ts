import type { Bulk } from '../en/bulk';
import type { Say } from '../say';
import { isolated } from './isolated';

/** Many comments at once. */
export const bulk = (say: Say): Bulk => {
  const comments = (n: number): string =>
    say.plural(n, {
      zero: 'أي تعليق',
      one: 'تعليق واحد',
      two: 'تعليقين',
      few: `${say.number(n)} تعليقات`,
      many: `${say.number(n)} تعليقًا`,
      other: `${say.number(n)} تعليق`,
    });
  return {
    bulk: 'عدّة تعليقات معًا',
    allFound: (n) => `كل ما عُثر عليه (${say.number(n)}):`,
    selected: (n) => `المُحدَّد (${say.number(n)}):`,
    select: (name) => `تحديد تعليق ${isolated(name)}`,
    selectNone: 'إلغاء التحديد',
    approveAll: 'قبول الكل',
    rejectAll: 'رفض الكل…',
    approveSo: (n) => `قبول ${comments(n)}؟`,
    rejectSo: (n) => `رفض ${comments(n)}؟ يرجى اختيار السبب:`,
    andMore: (n) => `وأخرى غيرها: ${say.number(n)}`,
    batchStands: (undoes, { total, applied, refused, failed }) =>
      [
        `${undoes ? 'تم التراجع عن' : 'تم البتّ في'} ${say.number(applied)} من ${say.number(total)}`,
        refused > 0 ? `بقي على حاله ${say.number(refused)} لتغيّره في هذه الأثناء أو لأنه كان كذلك` : '',
        failed > 0 ? `لم يتأكد ${say.number(failed)}` : '',
      ].filter(Boolean).join('، '),
    stop: 'إيقاف',
    undoBatch: 'التراجع عن الكل',
    cancel: 'إلغاء',
  };
};
