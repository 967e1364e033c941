import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { languageOf, messages, speak } from './messages';

/** No longer than this is waited for a language, milliseconds; then it is English. */
const PATIENCE = 3_000;

/** Has an element speak the language that it stands in: its own `lang`, one around it, or one that the reader prefers. */
export class Language implements ReactiveController {
  /** Whether the messages are there: nothing is said in another language before. */
  spoken = false;

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  /** Its page speaks another language from now on; until that is there, what is shown stays. */
  changed(): void {
    const language = this.wanted();
    void speak(language, () => language === this.wanted()).then(() => { this.host.requestUpdate(); }, () => undefined);
  }

  hostConnected(): void {
    const language = this.wanted();
    this.spoken = language === messages.language;
    if (this.spoken) return;
    const patience = new Promise<void>((over) => { setTimeout(over, PATIENCE); });
    // What comes later than that is not spoken: half of the page would change its language.
    void Promise.race([speak(language, () => !this.spoken).catch(() => undefined), patience]).then(() => {
      this.spoken = true;
      this.host.requestUpdate();
    });
  }

  private wanted(): string {
    const around = this.host.closest('[lang]')?.getAttribute('lang') ?? '';
    return languageOf([around, ...navigator.languages]);
  }
}
