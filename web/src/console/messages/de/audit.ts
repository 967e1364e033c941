import type { Audit } from '../en/audit';
import type { Say } from '../say';

export const audit = (say: Say): Audit => ({
  title: 'Protokoll',
  is: 'Jede Entscheidung eines Menschen, jede automatische Ablehnung, jede Änderung an Einstellungen, Konten und Autoren und jede Anmeldung. Nichts wird je geändert oder entfernt.',
  exports: 'Mitnehmen',
  csv: 'Als CSV',
  json: 'Als JSON-Zeilen',
  checkpoint: 'Signierter Prüfpunkt',
  verified: (n) => `Die ${say.number(n)} Einträge unten sind, was geschrieben wurde, jeder hinter dem vor ihm: ihre Prüfsummen wurden soeben berechnet.`,
  broken: (n) => `Eintrag ${say.number(n)} ist nicht, was dort geschrieben wurde, oder folgt nicht auf den vor ihm.`,
  number: 'Nr.',
  when: 'Wann',
  what: 'Was',
  hash: 'Prüfsumme',
  nobody: 'die Plattform selbst',
  undoes: (n) => `nimmt Entscheidung ${say.number(n)} zurück`,
  kinds: {
    screening: 'Prüfung',
    import: 'Übernahme',
    readers: 'Leserinnen und Leser',
  },
  about: {
    settings: 'änderte die Einstellungen von',
    account: 'änderte das Konto',
    author: 'änderte, was bekannt ist über',
    session: 'meldete sich an als',
    'session-ended': 'beendete eine Sitzung von',
    token: 'erzeugte den Schlüssel',
    'token-revoked': 'widerrief den Schlüssel',
  },
  problems: {
    'not-found': 'Noch ist nichts geschrieben.',
  },
});
