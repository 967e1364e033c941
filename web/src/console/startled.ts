/** How long a key that was meant for what stood there before is not taken for a decision, milliseconds: as long as it takes to see it. */
const MOMENT = 700;

/** Which comment came into hand, or changed there, by nobody's doing here. */
export class Startled {
  private id: string | null = null;
  private until = 0;

  /** From now on it has to be looked at for a moment before a key decides on it. */
  by(id: string): void {
    this.id = id;
    this.until = performance.now() + MOMENT;
  }

  /** Whether that moment is not over. */
  is(id: string): boolean {
    return this.id === id && performance.now() < this.until;
  }
}
