import type { Security } from '../en/security';
import type { Say } from '../say';

export const security = (say: Say): Security => ({
  title: 'Anmeldung',
  secondFactor: 'Ein Code neben dem Passwort',
  signedIn: 'Wo Sie angemeldet sind',
  everyone: 'alle',
  codesAre: 'Bewahren Sie diese Codes so auf, dass Sie sie ohne Ihr Gerät finden. Jeder gilt einmal, anstelle eines Codes des Geräts. Sie werden nicht noch einmal gezeigt.',
  codesKept: 'Ich habe sie aufbewahrt',
  isOff: 'Ihr Passwort allein öffnet Ihnen diese Konsole. Mit einem Gerät, das Codes erzeugt, genügt ein gestohlenes Passwort nicht.',
  switchOn: 'Gerät einrichten',
  isOn: (n) => `Ein Code Ihres Geräts wird verlangt. Noch ${say.number(n)} Ersatzcodes.`,
  switchOff: 'Nur das Passwort verlangen',
  scan: 'Lesen Sie dieses Bild mit einer Authenticator-App auf Ihrem Telefon.',
  picture: 'Bild für eine Authenticator-App',
  orType: 'Oder tippen Sie dort diesen Schlüssel ein:',
  code: 'Code, den sie zeigt',
  confirm: 'Einschalten',
  unknownAgent: 'Unbekannter Browser',
  since: (when, how) => `seit ${when}, mit ${how}`,
  hows: {
    password: 'Passwort',
    code: 'Passwort und Code',
    'recovery-code': 'Passwort und Ersatzcode',
    provider: 'Anbieter',
  },
  here: 'hier',
  end: 'Dort abmelden',
  ended: 'Diese Sitzung ist beendet.',
  problems: {
    'wrong-credentials': 'Das Passwort stimmt nicht.',
    'invalid-request': 'Der Code ist nicht der, den Ihr Gerät jetzt zeigt, oder der Schlüssel wurde vor zu langer Zeit angeboten.',
    'not-found': 'Diese Sitzung ist schon beendet.',
  },
});
