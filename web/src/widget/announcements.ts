import { messages } from './messages';

/** Arrivals within this time are announced together, milliseconds. */
const TOGETHER = 1_000;
/** For this long a comment that was asked for is marked as new, milliseconds. */
const FRESH = 8_000;

/** What is told to those who listen to the page, and which comments are new to those who see it. */
export class Announcements {
  private readonly freshIds = new Set<string>();
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();
  private arrivals: string[] = [];

  constructor(
    private readonly say: (text: string) => void,
    private readonly changed: () => void,
  ) {}

  get fresh(): ReadonlySet<string> {
    return this.freshIds;
  }

  announce(text: string): void {
    this.say(text);
  }

  /** Marks comments as new that are on the page from now on. */
  mark(ids: readonly string[]): void {
    for (const id of ids) this.freshIds.add(id);
    this.after(FRESH, () => { ids.forEach((id) => this.freshIds.delete(id)); this.changed(); });
  }

  arrived(name: string): void {
    this.arrivals.push(name);
    if (this.arrivals.length === 1) this.after(TOGETHER, () => { this.tell(); });
  }

  clear(): void {
    this.timers.forEach(clearTimeout);
    this.timers.clear();
    this.freshIds.clear();
    this.arrivals = [];
  }

  private tell(): void {
    this.say(messages.arrived(this.arrivals.length, this.arrivals[0] ?? ''));
    this.arrivals = [];
  }

  private after(milliseconds: number, act: () => void): void {
    const timer = setTimeout(() => { this.timers.delete(timer); act(); }, milliseconds);
    this.timers.add(timer);
  }
}
