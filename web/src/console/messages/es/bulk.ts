import type { Bulk } from '../en/bulk';
import type { Say } from '../say';

/** Many comments at once. */
export const bulk = (say: Say): Bulk => {
  const s = (n: number): string => say.plural(n, { one: '', many: 's', other: 's' });
  const comments = (n: number): string => `${say.number(n)} ${say.plural(n, { one: 'comentario', many: 'de comentarios', other: 'comentarios' })}`;
  return {
    bulk: 'Varios a la vez',
    allFound: (n) => say.plural(n, { one: `${say.number(n)} encontrado:`, many: `Todos los encontrados, ${say.number(n)}:`, other: `Los ${say.number(n)} encontrados:` }),
    selected: (n) => `${say.number(n)} seleccionado${s(n)}:`,
    select: (name) => `Seleccionar el comentario de ${name}`,
    selectNone: 'No seleccionar ninguno',
    approveAll: 'Aprobar todos',
    rejectAll: 'Rechazar todos…',
    approveSo: (n) => `¿Aprobar ${comments(n)}?`,
    rejectSo: (n) => `¿Rechazar ${comments(n)}? Elija el motivo:`,
    andMore: (n) => `y ${say.number(n)} más`,
    batchStands: (undoes, { total, applied, refused, failed }) =>
      [
        `${say.number(applied)} de ${say.number(total)} ${undoes ? 'deshecho' : 'decidido'}${s(applied)}`,
        refused > 0 ? `${say.number(refused)} sin cambios, por haberse editado entretanto o estar ya así` : '',
        failed > 0 ? `${say.number(failed)} sin confirmar` : '',
      ].filter(Boolean).join(', '),
    stop: 'Detener',
    undoBatch: 'Deshacerlo todo',
    cancel: 'Cancelar',
  };
};
