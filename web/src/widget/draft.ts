import type { Storage } from './storage';

interface Stored {
  readonly text: string;
  /** The `Idempotency-Key` of this draft, from its first sending on. */
  readonly key: string | null;
}

const EMPTY: Stored = { text: '', key: null };

/**
 * A text that is not sent yet, kept in the browser until it is. It has one `Idempotency-Key` from its first sending
 * until the server has taken it, over failures and reloads: however often it is sent, it is one comment.
 */
export class Draft {
  private stored: Stored;
  private sending = false;

  /** `place` names what is written: `new`, `reply:ID` or `edit:ID`. */
  constructor(
    private readonly storage: Storage,
    private readonly place: string,
    initial = '',
  ) {
    this.stored = (storage.read(this.name) as Stored | null) ?? { ...EMPTY, text: initial };
  }

  get text(): string {
    return this.stored.text;
  }

  write(text: string): void {
    this.store({ ...this.stored, text });
  }

  /**
   * Sends it by `send`, which is given the key; while that takes, another call does nothing and returns null. The
   * draft is emptied once it is taken, unless it was changed meanwhile.
   */
  async send<T>(send: (key: string) => Promise<T>): Promise<T | null> {
    if (this.sending) return null;
    this.sending = true;
    const { text } = this.stored;
    const key = this.stored.key ?? crypto.randomUUID();
    this.store({ text, key });
    try {
      const taken = await send(key);
      if (this.stored.text === text) this.discard();
      else this.store({ ...this.stored, key: null });
      return taken;
    } finally {
      this.sending = false;
    }
  }

  discard(): void {
    this.stored = EMPTY;
    this.storage.remove(this.name);
  }

  private get name(): string {
    return `draft:${this.place}`;
  }

  private store(draft: Stored): void {
    this.stored = draft;
    if (draft.text === '' && draft.key === null) this.storage.remove(this.name);
    else this.storage.write(this.name, draft);
  }
}
