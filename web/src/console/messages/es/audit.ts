import type { Audit } from '../en/audit';
import type { Say } from '../say';

export const audit = (say: Say): Audit => ({
  title: 'Registro',
  is: 'Cada decisión de una persona, cada rechazo automático, cada cambio de ajustes, cuentas y autores, y cada acceso. Nada se cambia ni se quita nunca.',
  exports: 'Llevárselo',
  csv: 'En CSV',
  json: 'En líneas JSON',
  checkpoint: 'Punto de control firmado',
  verified: (n) => `Las ${say.number(n)} entradas de abajo son lo que se escribió, cada una detrás de la anterior: sus huellas se acaban de calcular.`,
  broken: (n) => `La entrada ${say.number(n)} no es lo que allí se escribió, o no sigue a la anterior.`,
  number: 'N.º',
  when: 'Cuándo',
  what: 'Qué',
  hash: 'Huella',
  nobody: 'la propia plataforma',
  undoes: (n) => `deshace la decisión ${say.number(n)}`,
  kinds: {
    screening: 'filtro',
    import: 'importación',
    readers: 'lectores',
  },
  about: {
    settings: 'cambió los ajustes de',
    account: 'cambió la cuenta',
    author: 'cambió lo que consta de',
    session: 'abrió sesión como',
    'session-ended': 'cerró una sesión de',
    token: 'creó la credencial',
    'token-revoked': 'revocó la credencial',
  },
  problems: {
    'not-found': 'Todavía no hay nada escrito.',
  },
});
