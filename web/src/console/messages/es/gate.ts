import type { Gate } from '../en/gate';
import type { Say } from '../say';

/** Signing in and passwords. */
export const gate = (say: Say): Gate => ({
  signIn: 'Iniciar sesión',
  signInAgain: 'Inicie sesión de nuevo',
  signInAgainWhy: 'Su sesión ha terminado. Lo que ha hecho se conserva y continuará en cuanto vuelva.',
  signOut: 'Cerrar sesión',
  name: 'Nombre',
  password: 'Contraseña',
  changePassword: 'Elegir una contraseña',
  changePasswordWhy: 'La primera contraseña se generó automáticamente. Elija una propia, de 12 caracteres como mínimo.',
  currentPassword: 'Contraseña actual',
  newPassword: 'Contraseña nueva',
  repeatPassword: 'Contraseña nueva, otra vez',
  save: 'Guardar',
  tooShort: '12 caracteres como mínimo, por favor.',
  notTheSame: 'Las dos no coinciden.',
  signInAt: (name) => `Acceder con ${name}`,
  providerProblems: {
    unknown: 'Aquí no hay ninguna cuenta abierta para quien usted es allí.',
    refused: 'El acceso allí no llegó a nada. Inténtelo otra vez, por favor.',
    away: 'No se puede llegar al proveedor. Inténtelo dentro de un momento, o use su contraseña.',
  },
  codeOfDevice: 'Código de su dispositivo, o de recuperación',
  codeWanted: 'Su cuenta pide también un código.',
  wrongCode: 'El código no es correcto, o ya se usó.',
  wrongCredentials: 'El nombre o la contraseña no son correctos.',
  lockedOut: (minutes) => `Demasiados intentos. Espere ${say.number(minutes)} ${say.plural(minutes, { one: 'minuto', many: 'de minutos', other: 'minutos' })}, por favor.`,
});
