import type { Security } from '../en/security';
import type { Say } from '../say';

export const security = (say: Say): Security => ({
  title: 'تسجيل الدخول',
  secondFactor: 'رمز إلى جانب كلمة السر',
  signedIn: 'أين سجّلت دخولك',
  everyone: 'الجميع',
  codesAre: 'احفظ هذه الرموز حيث تجدها من دون جهازك. كلٌّ منها صالح مرة واحدة بدل رمز الجهاز. ولن تُعرض مرة أخرى.',
  codesKept: 'لقد حفظتها',
  isOff: 'كلمة السر وحدها تفتح لك هذه اللوحة. مع جهاز يولّد الرموز لا تكفي كلمة سرٍّ مسروقة.',
  switchOn: 'إعداد جهاز',
  isOn: (n) => `يُطلب رمز من جهازك. رموز الاسترداد الباقية: ${say.number(n)}.`,
  switchOff: 'الاكتفاء بكلمة السر',
  scan: 'اقرأ هذه الصورة بتطبيق مصادقة على هاتفك.',
  picture: 'صورة لتطبيق مصادقة',
  orType: 'أو اكتب هناك هذا المفتاح:',
  code: 'الرمز الذي يعرضه',
  confirm: 'تفعيل',
  unknownAgent: 'متصفح غير معروف',
  since: (when, how) => `منذ ${when}، بـ${how}`,
  hows: {
    password: 'كلمة السر',
    code: 'كلمة السر والرمز',
    'recovery-code': 'كلمة السر ورمز الاسترداد',
    provider: 'المزوّد',
  },
  here: 'هنا',
  end: 'إنهاء تلك الجلسة',
  ended: 'انتهت تلك الجلسة.',
  problems: {
    'wrong-credentials': 'كلمة السر غير صحيحة.',
    'invalid-request': 'ليس هذا الرمز ما يعرضه جهازك الآن، أو عُرض المفتاح منذ زمن طويل.',
    'not-found': 'انتهت تلك الجلسة من قبل.',
  },
});
