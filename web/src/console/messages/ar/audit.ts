import type { Audit } from '../en/audit';
import type { Say } from '../say';

export const audit = (say: Say): Audit => ({
  title: 'السجل',
  is: 'كل قرار لإنسان، وكل رفض آلي، وكل تغيير في الإعدادات والحسابات والكتّاب، وكل تسجيل دخول. لا يُغيَّر شيء منه ولا يُحذف أبدًا.',
  exports: 'أخذه',
  csv: 'بصيغة CSV',
  json: 'بصيغة أسطر JSON',
  checkpoint: 'نقطة تحقق موقَّعة',
  verified: (n) => `القيود أدناه، وعددها ${say.number(n)}، هي ما كُتب، كلٌّ خلف سابقه: حُسبت بصماتها الآن.`,
  broken: (n) => `القيد ${say.number(n)} ليس ما كُتب هناك، أو لا يتبع سابقه.`,
  number: 'الرقم',
  when: 'متى',
  what: 'ماذا',
  hash: 'البصمة',
  nobody: 'المنصة نفسها',
  undoes: (n) => `يلغي القرار ${say.number(n)}`,
  kinds: {
    screening: 'الفرز',
    import: 'الاستيراد',
    readers: 'القرّاء',
  },
  about: {
    settings: 'غيّر إعدادات',
    account: 'غيّر الحساب',
    author: 'غيّر المحفوظ عن',
    session: 'سجّل الدخول باسم',
    'session-ended': 'أنهى جلسة لـ',
    token: 'أنشأ المفتاح',
    'token-revoked': 'ألغى المفتاح',
  },
  problems: {
    'not-found': 'لم يُكتب شيء بعد.',
  },
});
