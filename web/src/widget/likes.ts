import { Problem } from '../shared/problem';
import type { Comment, ThreadApi } from './api';

type Counted = Pick<Comment, 'id' | 'likes' | 'tally'>;

interface Said {
  readonly liked: boolean;
  /** What the like adds to the count, until a count comes that was made later than this one. */
  readonly adds: number;
  readonly tally: number;
}

/** What this reader likes in a thread: shown at once, taken back where the server does not take it. */
export class Likes {
  private liked = new Set<string>();
  private readonly said = new Map<string, Said>();
  private readonly underway = new Set<string>();

  constructor(
    private readonly api: ThreadApi,
    private readonly changed: () => void,
  ) {}

  /** Asks what this browser liked before, if it ever liked anything; without an answer the counts still show. */
  async load(): Promise<void> {
    try {
      this.liked = new Set(await this.api.liked());
      this.changed();
    } catch (thrown) {
      Problem.of(thrown);
    }
  }

  has(id: string): boolean {
    return this.said.get(id)?.liked ?? this.liked.has(id);
  }

  count({ id, likes = 0, tally = 0 }: Counted): number {
    const said = this.said.get(id);
    return Math.max(0, likes + (said?.tally === tally ? said.adds : 0));
  }

  /** Likes, or takes it back; a click while the last one is on its way does nothing. */
  async toggle(comment: Counted): Promise<void> {
    const { id } = comment;
    if (this.underway.has(id)) return;
    const before = this.said.get(id);
    const liked = !this.has(id);
    const shown = this.count(comment) - (comment.likes ?? 0);
    this.underway.add(id);
    this.said.set(id, { liked, adds: shown + (liked ? 1 : -1), tally: comment.tally ?? 0 });
    this.changed();
    try {
      await this.api.like(id, liked);
    } catch (thrown) {
      if (before) this.said.set(id, before);
      else this.said.delete(id);
      throw thrown;
    } finally {
      this.underway.delete(id);
      this.changed();
    }
  }
}
