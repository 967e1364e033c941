/** How long a message stays, milliseconds; longer where it can be acted upon. */
const STAYS = 12_000;
const MOST = 3;

export interface Toast {
  readonly text: string;
  readonly kind: 'done' | 'told' | 'failed';
  /** The comment whose decision can be undone from here. */
  readonly undo: string | null;
}

/** Messages about what was done, the newest last; a few at a time. */
export class Toasts {
  shown: readonly Toast[] = [];

  constructor(private readonly changed: () => void) {}

  add(toast: Toast): Toast {
    this.shown = [...this.shown, toast].slice(-MOST);
    setTimeout(() => { this.remove(toast); }, STAYS);
    this.changed();
    return toast;
  }

  remove(toast: Toast): void {
    this.shown = this.shown.filter((one) => one !== toast);
    this.changed();
  }

  /** Takes away what offers to undo a decision on this comment. */
  removeFor(id: string): void {
    this.shown = this.shown.filter(({ undo }) => undo !== id);
    this.changed();
  }
}
