import type { Desk } from '../en/desk';
import type { Say } from '../say';

/** The lists and what is asked of them. */
export const desk = (say: Say): Desk => {
  const comments = (n: number): string => `${say.number(n)} ${say.plural(n, { one: 'comentario', many: 'de comentarios', other: 'comentarios' })}`;
  return {
    tabs: { held: 'En espera', reported: 'Denunciados', appealed: 'Recurridos', sampled: 'Muestra', approved: 'Aprobados', rejected: 'Rechazados', all: 'Todos' },
    lists: 'Listas',
    order: 'Orden',
    sorts: { harm: 'Los más urgentes primero', oldest: 'Los más antiguos primero', newest: 'Los más recientes primero', reported: 'Los más denunciados primero' },
    connected: 'En directo',
    disconnected: 'Se ha perdido la conexión, intentándolo de nuevo…',
    sizeOf: (list, n, oldest) => `${list}: ${comments(n)}${oldest === null ? '' : `, el más antiguo ${oldest}`}`,
    compact: (n) => say.compact(n),
    freshOnes: (n) => `${say.number(n)} ${say.plural(n, { one: 'nuevo', many: 'de nuevos', other: 'nuevos' })}`,
    showMore: 'Mostrar más',
    found: comments,
    empty: {
      held: 'No hay nada en espera. Buen trabajo.',
      reported: 'Nadie ha denunciado nada.',
      appealed: 'Ningún autor espera otra revisión.',
      sampled: 'Por ahora no hay nada que juzgar a ciegas.',
      approved: 'Todavía no se ha aprobado nada.',
      rejected: 'Todavía no se ha rechazado nada.',
      all: 'Todavía no hay comentarios.',
    },
    fault: (value, bound) => `«${value}»: eso no se puede buscar. Se espera ${bound}.`,
    notFound: 'Aquí no hay nada de lo que ha buscado.',
    search: 'Buscar',
    searchHint: 'palabras, "una frase", author:, domain:, is:rejected…',
    clear: 'Borrar',
    single: 'De uno en uno',
    blur: 'Difuminar los insultos',
    filters: 'Filtros',
    filter: {
      review: 'Reseña', author: 'Escrito por', domain: 'Enlace a', reason: 'Motivo', screen: 'Detectado por', language: 'Idioma', moderator: 'Decidido por',
      spam: 'Publicidad desde', toxic: 'Insultos desde', after: 'Escrito desde el', before: 'y antes del', is: 'Solo',
    },
    anything: 'cualquiera',
    states: {
      appealed: 'recurridos', edited: 'editados después', reply: 'respuestas', imported: 'importados', verified: 'escritos con sesión iniciada', public: 'visibles en el sitio', escalated: 'derivados', automatic: 'decididos automáticamente',
    },
    help: 'Teclado',
  };
};
