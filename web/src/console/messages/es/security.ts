import type { Security } from '../en/security';
import type { Say } from '../say';

export const security = (say: Say): Security => ({
  title: 'Acceso',
  secondFactor: 'Un código además de la contraseña',
  signedIn: 'Dónde tiene la sesión abierta',
  everyone: 'todo el mundo',
  codesAre: 'Guarde estos códigos donde los encuentre sin su dispositivo. Cada uno vale una vez, en lugar del código del dispositivo. No se volverán a mostrar.',
  codesKept: 'Los he guardado',
  isOff: 'Su contraseña sola le abre esta consola. Con un dispositivo que genera códigos, no basta con robar una contraseña.',
  switchOn: 'Configurar un dispositivo',
  isOn: (n) => `Se pide un código de su dispositivo. Códigos de recuperación restantes: ${say.number(n)}.`,
  switchOff: 'Pedir solo la contraseña',
  scan: 'Lea esta imagen con una aplicación de autenticación en su teléfono.',
  picture: 'Imagen para una aplicación de autenticación',
  orType: 'O escriba allí esta clave:',
  code: 'Código que muestra',
  confirm: 'Activar',
  unknownAgent: 'Navegador desconocido',
  since: (when, how) => `desde ${when}, con ${how}`,
  hows: {
    password: 'contraseña',
    code: 'contraseña y código',
    'recovery-code': 'contraseña y código de recuperación',
    provider: 'proveedor',
  },
  here: 'aquí',
  end: 'Cerrar esa sesión',
  ended: 'Esa sesión ha terminado.',
  problems: {
    'wrong-credentials': 'La contraseña no es correcta.',
    'invalid-request': 'No es el código que su dispositivo muestra ahora, o la clave se ofreció hace demasiado tiempo.',
    'not-found': 'Esa sesión ya había terminado.',
  },
});
