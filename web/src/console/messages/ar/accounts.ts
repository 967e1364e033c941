import type { Accounts } from '../en/accounts';
import { isolated } from './isolated';

/** The list of those who may sign in. */
export const accounts = (): Accounts => ({
  accounts: 'الحسابات',
  role: 'الدور',
  roles: { moderator: 'مشرف', senior: 'مشرف أول', administrator: 'مدير' },
  roleOf: (name) => `دور ${isolated(name)}`,
  you: 'أنت',
  maySignIn: 'يمكنه تسجيل الدخول',
  anotherPassword: 'كلمة مرور أخرى',
  withoutCode: 'كلمة السر وحدها',
  openAccount: 'إنشاء حساب',
  passwordOf: (name) => `يسجّل ${isolated(name)} الدخول بكلمة المرور هذه مرة واحدة، ثم يختار غيرها. لن تظهر مرة أخرى:`,
  accountProblems: {
    'name-taken': 'يوجد حساب بهذا الاسم.',
    'own-account': 'هذا حسابك أنت.',
    'invalid-request': `يتكوّن الاسم من 1 إلى 64 من الحروف أو الأرقام أو المسافات أو ${isolated('. - _')}، ويبدأ وينتهي بحرف أو رقم.`,
  },
});
