import type { Accounts } from '../en/accounts';

/** The list of those who may sign in. */
export const accounts = (): Accounts => ({
  accounts: 'Cuentas',
  role: 'Función',
  roles: { moderator: 'Moderación', senior: 'Moderación principal', administrator: 'Administración' },
  roleOf: (name) => `Función de ${name}`,
  you: 'usted',
  maySignIn: 'puede iniciar sesión',
  anotherPassword: 'Otra contraseña',
  withoutCode: 'Solo contraseña',
  openAccount: 'Crear una cuenta',
  passwordOf: (name) => `${name} inicia sesión una vez con esta contraseña y después elige otra. No volverá a mostrarse:`,
  accountProblems: {
    'name-taken': 'Ya existe una cuenta con este nombre.',
    'own-account': 'Esta es su propia cuenta.',
    'invalid-request': 'Un nombre tiene de 1 a 64 letras, cifras, espacios o . - _, y empieza y termina por una letra o una cifra.',
  },
});
