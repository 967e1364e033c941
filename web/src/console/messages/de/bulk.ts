import type { Bulk } from '../en/bulk';
import type { Say } from '../say';

/** Many comments at once. */
export const bulk = (say: Say): Bulk => {
  const comments = (n: number): string => `${say.number(n)} ${say.plural(n, { one: 'Kommentar', other: 'Kommentare' })}`;
  return {
    bulk: 'Viele auf einmal',
    allFound: (n) => say.plural(n, { one: `${say.number(n)} gefundener:`, other: `Alle ${say.number(n)} gefundenen:` }),
    selected: (n) => `${say.number(n)} ausgewählt:`,
    select: (name) => `Kommentar von ${name} auswählen`,
    selectNone: 'Auswahl aufheben',
    approveAll: 'Alle freigeben',
    rejectAll: 'Alle ablehnen …',
    approveSo: (n) => `${comments(n)} freigeben?`,
    rejectSo: (n) => `${comments(n)} ablehnen? Wählen Sie den Grund:`,
    andMore: (n) => `und ${say.number(n)} ${say.plural(n, { one: 'weiterer', other: 'weitere' })}`,
    batchStands: (undoes, { total, applied, refused, failed }) =>
      [
        `${say.number(applied)} von ${say.number(total)} ${undoes ? 'zurückgenommen' : 'entschieden'}`,
        refused > 0 ? `${say.number(refused)} unverändert, weil inzwischen bearbeitet oder schon so entschieden` : '',
        failed > 0 ? `${say.number(failed)} nicht bestätigt` : '',
      ].filter(Boolean).join(', '),
    stop: 'Anhalten',
    undoBatch: 'Alles rückgängig machen',
    cancel: 'Abbrechen',
  };
};
