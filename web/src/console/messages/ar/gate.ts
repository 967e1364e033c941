import type { Gate } from '../en/gate';
import type { Say } from '../say';
import { isolated } from './isolated';

/** Signing in and passwords. */
export const gate = (say: Say): Gate => {
  const minutesOf = (n: number): string =>
    say.plural(n, {
      zero: `${say.number(n)} دقيقة`,
      one: 'دقيقة واحدة',
      two: 'دقيقتين',
      few: `${say.number(n)} دقائق`,
      many: `${say.number(n)} دقيقة`,
      other: `${say.number(n)} دقيقة`,
    });
  return {
    signIn: 'تسجيل الدخول',
    signInAgain: 'يرجى تسجيل الدخول من جديد',
    signInAgainWhy: 'انتهت جلستك. ما فعلته محفوظ، وسيُستأنف عند عودتك.',
    signOut: 'تسجيل الخروج',
    name: 'الاسم',
    password: 'كلمة المرور',
    changePassword: 'اختيار كلمة مرور',
    changePasswordWhy: 'كلمة المرور الأولى مولَّدة آليًّا. يرجى اختيار كلمة مرور خاصة بك من 12 محرفًا على الأقل.',
    currentPassword: 'كلمة المرور الحالية',
    newPassword: 'كلمة المرور الجديدة',
    repeatPassword: 'كلمة المرور الجديدة مرة أخرى',
    save: 'حفظ',
    tooShort: 'يرجى كتابة 12 محرفًا على الأقل.',
    notTheSame: 'الكلمتان غير متطابقتين.',
    signInAt: (name) => `تسجيل الدخول لدى ${isolated(name)}`,
    providerProblems: {
      unknown: 'لا يوجد هنا حساب مفتوح لمن أنت هناك.',
      refused: 'لم يتم تسجيل الدخول هناك. يرجى المحاولة مرة أخرى.',
      away: 'تعذّر الوصول إلى المزوّد. يرجى المحاولة بعد لحظة، أو استعمال كلمة السر.',
    },
    codeOfDevice: 'رمز جهازك، أو رمز استرداد',
    codeWanted: 'يطلب حسابك رمزًا أيضًا.',
    wrongCode: 'الرمز غير صحيح، أو استُعمل من قبل.',
    wrongCredentials: 'الاسم أو كلمة المرور غير صحيح.',
    lockedOut: (minutes) => `محاولات كثيرة جدًّا. يرجى الانتظار ${minutesOf(minutes)}.`,
  };
};
