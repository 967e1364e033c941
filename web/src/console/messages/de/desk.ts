import type { Desk } from '../en/desk';
import type { Say } from '../say';

/** The lists and what is asked of them. */
export const desk = (say: Say): Desk => {
  const comments = (n: number): string => `${say.number(n)} ${say.plural(n, { one: 'Kommentar', other: 'Kommentare' })}`;
  return {
    tabs: { held: 'Wartend', reported: 'Gemeldet', appealed: 'Widersprochen', sampled: 'Stichprobe', approved: 'Freigegeben', rejected: 'Abgelehnt', all: 'Alle' },
    lists: 'Listen',
    order: 'Reihenfolge',
    sorts: { harm: 'Dringendste zuerst', oldest: 'Älteste zuerst', newest: 'Neueste zuerst', reported: 'Am häufigsten gemeldet' },
    connected: 'Verbunden',
    disconnected: 'Verbindung unterbrochen, neuer Versuch …',
    sizeOf: (list, n, oldest) => `${list}: ${comments(n)}${oldest === null ? '' : `, der älteste ${oldest}`}`,
    compact: (n) => say.compact(n),
    freshOnes: (n) => `${say.number(n)} ${say.plural(n, { one: 'neuer', other: 'neue' })}`,
    showMore: 'Mehr anzeigen',
    found: comments,
    empty: {
      held: 'Nichts wartet. Gut gemacht.',
      reported: 'Niemand hat etwas gemeldet.',
      appealed: 'Niemand wartet auf eine erneute Prüfung.',
      sampled: 'Zurzeit ist nichts blind zu beurteilen.',
      approved: 'Noch wurde nichts freigegeben.',
      rejected: 'Noch wurde nichts abgelehnt.',
      all: 'Noch gibt es keine Kommentare.',
    },
    fault: (value, bound) => `„${value}“: Danach lässt sich nicht suchen. Erwartet wird ${bound}.`,
    notFound: 'Zu dieser Suche gibt es hier nichts.',
    search: 'Suchen',
    searchHint: 'Wörter, "eine Wendung", author:, domain:, is:rejected …',
    clear: 'Leeren',
    single: 'Einzeln',
    blur: 'Beleidigungen unkenntlich machen',
    filters: 'Filter',
    filter: {
      review: 'Rezension', author: 'Geschrieben von', domain: 'Link zu', reason: 'Grund', screen: 'Gefunden von', language: 'Sprache', moderator: 'Entschieden von',
      spam: 'Werbung ab', toxic: 'Beleidigung ab', after: 'Geschrieben ab', before: 'und vor', is: 'Nur',
    },
    anything: 'beliebig',
    states: {
      appealed: 'mit Widerspruch', edited: 'selbst bearbeitete', reply: 'Antworten', imported: 'importierte', verified: 'von Angemeldeten', public: 'auf der Website sichtbare', escalated: 'weitergegebene', automatic: 'automatisch entschiedene',
    },
    help: 'Tastatur',
  };
};
