import type { Keys } from '../en/keys';

/** The overview of the keys and of what a search understands. */
export const keys = (): Keys => ({
  keys: [
    ['j', 'Nächster Kommentar'],
    ['k', 'Voriger Kommentar'],
    ['a', 'Freigeben'],
    ['r', 'Ablehnen, dann 1 bis 6 für den Grund'],
    ['e', 'Weitergeben, damit andere entscheiden'],
    ['s', 'Überspringen und später ansehen'],
    ['u', 'Letzte Entscheidung rückgängig machen'],
    ['i', 'Über die Person'],
    ['z', 'Kommentare einzeln, und zurück'],
    ['/', 'Suchen'],
    ['?', 'Diese Übersicht'],
  ],
  keysOn: 'Diese Tasten verwenden',
  operators: [
    ['"zwei Wörter"', 'die Wendung'],
    ['-Wort', 'ohne das Wort'],
    ['author:', 'Wörter des Namens'],
    ['review:', 'Wörter des Titels'],
    ['domain:', 'ein Link führt dorthin'],
    ['is:', 'held, approved, rejected, reported, appealed, edited, reply, imported, verified, public, escalated, automatic'],
    ['reason:', 'abgelehnt oder gemeldet als spam, abuse, …'],
    ['screen:', 'was dagegen sprach'],
    ['moderator:', 'wer entschieden hat'],
    ['language:', 'en, de, fr, …'],
    ['spam: toxic:', '>0.8, <0.2 oder 0.5..0.9'],
    ['reports:', 'mindestens so viele'],
    ['after: before:', '2026-11-30'],
  ],
  operatorsTitle: 'Was die Suche versteht',
  close: 'Schließen',
});
