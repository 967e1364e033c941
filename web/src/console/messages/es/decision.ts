import type { Decision } from '../en/decision';

/** Decisions, and what became of them. */
export const decision = (): Decision => ({
  approve: 'Aprobar',
  reject: 'Rechazar…',
  escalate: 'Derivar',
  skip: 'Saltar',
  why: '¿Por qué se rechaza?',
  undo: 'Deshacer',
  dismiss: 'Cerrar',
  reasons: {
    spam: 'Publicidad',
    'off-topic': 'Fuera de tema',
    abuse: 'Insultos',
    spoiler: 'Revela la trama',
    'personal-data': 'Datos personales',
    other: 'Otra cosa',
  },

  done: {
    approve: (name) => `Se ha aprobado el comentario de ${name}.`,
    reject: (name) => `Se ha rechazado el comentario de ${name}.`,
    escalate: (name) => `Se ha derivado el comentario de ${name}.`,
  },
  undoneOne: (name) => `El comentario de ${name} vuelve a estar como antes.`,
  othersDid: (outcome, by, name) => `${outcome} por ${by}: el comentario de ${name}.`,
  gone: (name) => `${name} ha retirado su comentario.`,
  already: (outcome, by, when) => `${outcome} por ${by}, ${when}. Su decisión no se ha aplicado; así está ahora el comentario.`,
  changed: 'El comentario ha cambiado entretanto. Su decisión no se ha aplicado; así está ahora.',
  notSaved: (why) => `No se ha guardado, el comentario vuelve a estar en la lista: ${why}`,
  notConfirmed: 'La decisión aún no está confirmada. Inténtelo de nuevo dentro de un momento, por favor.',
  nothingToUndo: 'No hay nada que deshacer.',
  problems: {
    unreachable: 'no se puede contactar con el servidor.',
    'not-confirmed': 'el servidor no ha podido confirmarlo.',
  },
  failed: 'algo ha fallado en el servidor.',
});
