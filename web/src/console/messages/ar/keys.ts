import type { Keys } from '../en/keys';
import { isolated } from './isolated';

/** The overview of the keys and of what a search understands. */
export const keys = (): Keys => ({
  keys: [
    ['j', 'التعليق التالي'],
    ['k', 'التعليق السابق'],
    ['a', 'قبول'],
    ['r', 'رفض، ثم من 1 إلى 6 للسبب'],
    ['e', 'إحالة، ليقرّر آخرون'],
    ['s', 'تخطّي، للنظر فيه لاحقًا'],
    ['u', 'التراجع عن القرار الأخير'],
    ['i', 'عن الكاتب'],
    ['z', 'تعليق واحد في كل مرة، ثم العودة'],
    ['/', 'بحث'],
    ['?', 'هذه اللمحة'],
  ],
  keysOn: 'استخدام هذه المفاتيح',
  operators: [
    ['"كلمتان معًا"', 'العبارة كما هي'],
    ['-كلمة', 'من دون الكلمة'],
    ['author:', 'كلمات من الاسم'],
    ['review:', 'كلمات من العنوان'],
    ['domain:', 'يؤدي إليه رابط'],
    ['is:', 'held, approved, rejected, reported, appealed, edited, reply, imported, verified, public, escalated, automatic'],
    ['reason:', `سبب الرفض أو البلاغ: ${isolated('spam, abuse, …')}`],
    ['screen:', 'ما دلّ على المخالفة'],
    ['moderator:', 'صاحب القرار'],
    ['language:', 'en, de, fr, …'],
    ['spam: toxic:', `${isolated('>0.8')} أو ${isolated('<0.2')} أو ${isolated('0.5..0.9')}`],
    ['reports:', 'هذا العدد على الأقل'],
    ['after: before:', '2026-11-30'],
  ],
  operatorsTitle: 'ما يفهمه البحث',
  close: 'إغلاق',
});
