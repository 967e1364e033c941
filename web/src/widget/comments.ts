import type { Comment, CommentWithReplies, Sort, ThreadPage } from './api';
import { Tally } from './tally';

export type EventType = 'published' | 'revised' | 'removed';

const BEFORE_UNKNOWN: Readonly<Record<EventType, number>> = { published: 1, revised: 0, removed: -1 };

/** Oldest first; two of one moment keep the order of their ids, so that every browser shows the same. */
export function byAge(a: Pick<Comment, 'createdAt' | 'id'>, b: Pick<Comment, 'createdAt' | 'id'>): number {
  return Date.parse(a.createdAt) - Date.parse(b.createdAt) || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/** Whether readers see something newer of a comment by this than by that. */
const newer = (one: Comment, than: Comment): boolean =>
  one.version > than.version || (one.version === than.version && (one.tally ?? 0) > (than.tally ?? 0));

/**
 * The comments that this page knows of, each in its newest version. Nothing is forgotten: a removed one stays as a
 * marker, so that an older event cannot bring it back and a later reply finds its placeholder; a reply whose parent is
 * on a page not loaded yet waits for it.
 */
export class Comments {
  private readonly known = new Map<string, Comment>();
  private readonly loadedRoots = new Set<string>();
  private readonly tally = new Tally();
  /** The likes that roots had when they were first shown: counts change in place, the order does not. */
  private readonly likesAtFirst = new Map<string, number>();
  /** What others wrote while this page was read: it is counted, and not shown until the reader asks for it. */
  private readonly held = new Set<string>();
  private lastRoot: Comment | null = null;
  private nextKey: string | null = null;

  constructor(readonly sort: Sort) {}

  get count(): number {
    return this.tally.value;
  }

  /** The key of the page after the last loaded one; null when all is loaded. */
  get next(): string | null {
    return this.nextKey;
  }

  get rootsLoaded(): number {
    return this.loadedRoots.size;
  }

  get all(): Iterable<Comment> {
    return this.known.values();
  }

  get(id: string): Comment | undefined {
    return this.known.get(id);
  }

  addPage(page: ThreadPage): void {
    this.tally.set(page.count, page.cursor);
    this.nextKey = page.next;
    for (const root of page.comments) {
      if (!this.loadedRoots.has(root.id)) this.likesAtFirst.set(root.id, root.likes ?? 0);
      this.loadedRoots.add(root.id);
      this.lastRoot = root;
      this.addBranch(root);
    }
  }

  /**
   * Takes an event; tells whether it was news. One that is not newer than what is known is dropped, and so is a change
   * of likes of a comment that belongs to a page not loaded yet.
   */
  apply(type: EventType, comment: Comment, eventId: string): boolean {
    const before = this.known.get(comment.id);
    if (before ? !newer(comment, before) : this.nextKey !== null && (comment.tally ?? 0) > 0) return false;
    const after: Comment = type === 'removed' ? { ...comment, status: 'removed' } : comment;
    this.known.set(comment.id, after);
    const visible = (c: Comment): number => Number(c.status === 'published');
    this.tally.add(before ? visible(after) - visible(before) : BEFORE_UNKNOWN[type], eventId);
    return true;
  }

  /** Keeps a comment back that came while the page is read. */
  hold(id: string): void {
    this.held.add(id);
  }

  /** Whether a comment is kept back. */
  isHeld(id: string): boolean {
    return this.held.has(id);
  }

  /** The comments that wait to be shown: visible ones of others, where they belong to what is loaded. */
  waiting(own: { has(id: string): boolean }): string[] {
    return [...this.held].filter((id) => {
      const comment = this.known.get(id);
      return comment?.status === 'published' && !own.has(id) && (comment.parent !== null || this.inReach(comment));
    });
  }

  /** Shows what was kept back. */
  release(): void {
    this.held.clear();
  }

  /** Whether a root belongs to what is loaded so far; one that came live may belong to a later page. */
  inReach(root: Comment): boolean {
    if (this.loadedRoots.has(root.id) || this.nextKey === null || this.lastRoot === null) return true;
    return this.compare(root, this.lastRoot) < 0;
  }

  /** How many visible roots came live for pages that are not loaded yet; the reader's own are shown anyway. */
  outOfReach(own: { has(id: string): boolean }): number {
    const waits = (c: Comment): boolean => c.parent === null && c.status === 'published' && !this.inReach(c) && !own.has(c.id);
    return [...this.known.values()].filter(waits).length;
  }

  compare(a: Pick<Comment, 'createdAt' | 'id'>, b: Pick<Comment, 'createdAt' | 'id'>): number {
    if (this.sort === 'oldest') return byAge(a, b);
    const likes = ({ id }: Pick<Comment, 'id'>): number => this.likesAtFirst.get(id) ?? 0;
    return (this.sort === 'best' ? likes(b) - likes(a) : 0) || byAge(b, a);
  }

  private addBranch({ replies, ...comment }: CommentWithReplies): void {
    const before = this.known.get(comment.id);
    if (!before || newer(comment, before)) this.known.set(comment.id, comment);
    for (const reply of replies) this.addBranch(reply);
  }
}
