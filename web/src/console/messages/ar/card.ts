import type { Card } from '../en/card';
import type { Say } from '../say';
import { isolated } from './isolated';

/** One comment and all that a decision needs. */
export const card = (say: Say): Card => ({
  on: 'على',
  answering: (name) => `رد على ${isolated(name)}`,
  answeringUnknown: 'رد على تعليق لم يعد موجودًا هنا.',
  verified: 'سجّل الدخول',
  firstTime: 'أول تعليق',
  record: (approved, rejected, held) =>
    [`قُبل ${say.number(approved)}`, rejected > 0 ? `رُفض ${say.number(rejected)}` : '', held > 1 ? `احتُجز ${say.number(held)}` : ''].filter(Boolean).join('، '),
  since: (at) => `منذ ${say.month(at)}`,
  allOfAuthor: (name) => `كل ما كتبه ${isolated(name)}`,
  campaign: (n) =>
    `واحد من ${say.plural(n, {
      zero: `${say.number(n)} تعليق متشابه`,
      one: 'تعليق واحد',
      two: 'تعليقين متشابهين',
      few: `${say.number(n)} تعليقات متشابهة`,
      many: `${say.number(n)} تعليقًا متشابهًا`,
      other: `${say.number(n)} تعليق متشابه`,
    })}`,
  linksTo: 'روابط إلى',
  probability: (spam, toxic) => `إعلان ${spam}، إساءة ${toxic}`,
  percent: (share) => say.percent(share),
  changes: 'ما غيّره الكاتب',
  revisionOf: (n, when) => `النسخة ${say.number(n)}، ${when}`,
  onTheSite: 'في الموقع',
  statement: 'بيان الأسباب',
  history: 'القرارات',
  escalatedTag: 'مُحال',
  looksAtIt: (name) => `ينظر فيه الآن ${isolated(name)}`,
  showWords: 'إظهار الكلمات',
  revision: (n) => `النسخة ${say.number(n)}`,
  earlierShown: 'تظهر في الموقع نسخة سابقة.',
  revisedNow: 'عدّل الكاتب هذا التعليق للتوّ.',
  sampledWhy: 'اختير عشوائيًّا: يرجى الحكم عليه من نصّه وحده. سيظهر ما تقرّر بعد ذلك.',
  evidence: 'القرائن',
  weight: (n) => say.signed(n),
  decidedBy: (outcome, by, when) => `${outcome} بواسطة ${isolated(by)}، ${when}`,
  outcomes: { approved: 'قُبل', rejected: 'رُفض', held: 'احتُجز', withdrawn: 'سُحب', erased: 'مُحي' },
  screening: 'الفحص الآلي',
  import: 'الاستيراد',
  readers: 'بلاغات القراء',
  reports: 'ما أبلغ عنه القراء',
  appeal: {
    title: (when) => `اعترض كاتبه ${when}.`,
    open: 'يرجى الحكم عليه مرة أخرى.',
    forOthers: 'أنت من رفضه: يجيب شخص آخر.',
    answered: 'أجاب عنه القرار أعلاه.',
    answeredBySole: 'أجاب عنه المشرف الوحيد.',
  },
  ownDecision: 'أنت من رفض هذا التعليق وقد اعترض كاتبه: ينظر فيه شخص آخر.',
  someone: 'شخص ما',
  ago: (at, now) => say.ago(at, now),
  exactly: (at) => say.exactly(at),
});
