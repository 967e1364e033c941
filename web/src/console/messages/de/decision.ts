import type { Decision } from '../en/decision';

/** Decisions, and what became of them. */
export const decision = (): Decision => ({
  approve: 'Freigeben',
  reject: 'Ablehnen …',
  escalate: 'Weitergeben',
  skip: 'Überspringen',
  why: 'Warum wird er abgelehnt?',
  undo: 'Rückgängig',
  dismiss: 'Schließen',
  reasons: {
    spam: 'Werbung',
    'off-topic': 'Nicht zum Thema',
    abuse: 'Beleidigung',
    spoiler: 'Verrät die Handlung',
    'personal-data': 'Persönliche Daten',
    other: 'Etwas anderes',
  },

  done: {
    approve: (name) => `Der Kommentar von ${name} ist freigegeben.`,
    reject: (name) => `Der Kommentar von ${name} ist abgelehnt.`,
    escalate: (name) => `Der Kommentar von ${name} ist weitergegeben.`,
  },
  undoneOne: (name) => `Der Kommentar von ${name} ist wieder, wie er war.`,
  othersDid: (outcome, by, name) => `${outcome} von ${by}: der Kommentar von ${name}.`,
  gone: (name) => `${name} hat den eigenen Kommentar zurückgezogen.`,
  already: (outcome, by, when) => `${outcome} von ${by}, ${when}. Ihre Entscheidung wurde nicht übernommen; so steht es jetzt um den Kommentar.`,
  changed: 'Der Kommentar hat sich inzwischen geändert. Ihre Entscheidung wurde nicht übernommen; so steht es jetzt um ihn.',
  notSaved: (why) => `Nicht gespeichert, der Kommentar steht wieder in der Liste: ${why}`,
  notConfirmed: 'Die Entscheidung ist noch nicht bestätigt. Bitte versuchen Sie es gleich noch einmal.',
  nothingToUndo: 'Es gibt nichts rückgängig zu machen.',
  problems: {
    unreachable: 'Der Server ist nicht zu erreichen.',
    'not-confirmed': 'Der Server konnte es nicht bestätigen.',
  },
  failed: 'Auf dem Server ist etwas schiefgegangen.',
});
