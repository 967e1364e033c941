import type { Decision } from '../en/decision';
import { isolated } from './isolated';

/** Decisions, and what became of them. */
export const decision = (): Decision => ({
  approve: 'قبول',
  reject: 'رفض…',
  escalate: 'إحالة',
  skip: 'تخطّي',
  why: 'لماذا يُرفض؟',
  undo: 'تراجع',
  dismiss: 'إغلاق',
  reasons: {
    spam: 'إعلان',
    'off-topic': 'خارج الموضوع',
    abuse: 'إساءة',
    spoiler: 'حرق للأحداث',
    'personal-data': 'بيانات شخصية',
    other: 'شيء آخر',
  },

  done: {
    approve: (name) => `قُبل تعليق ${isolated(name)}.`,
    reject: (name) => `رُفض تعليق ${isolated(name)}.`,
    escalate: (name) => `أُحيل تعليق ${isolated(name)}.`,
  },
  undoneOne: (name) => `عاد تعليق ${isolated(name)} كما كان.`,
  othersDid: (outcome, by, name) => `${outcome} بواسطة ${isolated(by)}: تعليق ${isolated(name)}.`,
  gone: (name) => `سحب ${isolated(name)} تعليقه.`,
  already: (outcome, by, when) => `${outcome} بواسطة ${isolated(by)}، ${when}. لم يُؤخذ بقرارك؛ وهذه حال التعليق الآن.`,
  changed: 'تغيّر التعليق في هذه الأثناء. لم يُؤخذ بقرارك؛ وهذه حاله الآن.',
  notSaved: (why) => `لم يُحفظ القرار، وعاد التعليق إلى القائمة: ${isolated(why)}`,
  notConfirmed: 'لم يتأكد القرار بعد. يرجى المحاولة من جديد بعد قليل.',
  nothingToUndo: 'لا شيء للتراجع عنه.',
  problems: {
    unreachable: 'تعذّر الوصول إلى الخادم.',
    'not-confirmed': 'لم يستطع الخادم تأكيده.',
  },
  failed: 'حدث خطأ في الخادم.',
});
