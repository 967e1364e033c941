import type { Comment } from './api';
import { byAge, type Comments } from './comments';
import type { OwnComment } from './own';

/** One comment in its place: what everyone sees of it, what its author alone knows of it, or both. */
export interface Branch {
  readonly id: string;
  readonly comment: Comment | null;
  readonly own: OwnComment | null;
  readonly createdAt: string;
  /** Levels below a root, as they were written; shown are no more than the site has set. */
  readonly depth: number;
  /** Whom it answers, where it does not stand below that comment. */
  readonly answers: Answered | null;
  readonly replies: readonly Branch[];
}

export interface Answered {
  readonly id: string;
  readonly name: string;
}

interface Place {
  readonly id: string;
  readonly parent: string | null;
  readonly createdAt: string;
  readonly comment: Comment | null;
}

/**
 * The comments in the order in which they are shown: roots by the chosen sort, replies below their parents oldest
 * first, and the reader's own that no one else sees yet where they will belong. An own one is matched by its id with
 * the published one, so it is never shown twice. Replies are nested as deep as `nested` says; deeper ones stand behind
 * the one that they answer, and say so.
 */
export function tree(comments: Comments, own: ReadonlyMap<string, OwnComment>, nested: number): Branch[] {
  const byParent = new Map<string | null, Place[]>();
  for (const place of places(comments, own)) {
    const siblings = byParent.get(place.parent);
    if (siblings) siblings.push(place);
    else byParent.set(place.parent, [place]);
  }
  const branches = (parent: string | null, depth: number): Branch[] =>
    (byParent.get(parent) ?? [])
      .sort(parent === null ? comments.compare.bind(comments) : byAge)
      .map(({ id, createdAt, comment }) => {
        const mine = own.get(id) ?? null;
        return { id, comment, own: mine, createdAt, depth, answers: null, replies: branches(id, depth + 1) };
      })
      .filter(({ comment, own: mine, replies }) => comment?.status === 'published' || mine !== null || replies.length > 0)
      .flatMap((branch) => (depth < nested ? [branch] : [{ ...branch, replies: [] }, ...branch.replies.map((reply) => answering(branch, reply))]));
  return branches(null, 0);
}

/** A reply that stands behind what it answers; those to it do already. */
function answering({ id, comment, own }: Branch, reply: Branch): Branch {
  return reply.answers ? reply : { ...reply, answers: { id, name: comment?.author?.name ?? own?.name ?? '' } };
}

/** How many comments stand below one. */
export const below = ({ replies }: Branch): number => replies.reduce((sum, reply) => sum + 1 + below(reply), 0);

function* places(comments: Comments, own: ReadonlyMap<string, OwnComment>): Generator<Place> {
  for (const comment of comments.all) {
    if (comments.isHeld(comment.id) && !own.has(comment.id)) continue;
    if (comment.parent !== null || comments.inReach(comment)) yield { ...comment, comment };
  }
  for (const { id, parent, createdAt } of own.values()) {
    const known = comments.get(id);
    if (known && (known.parent !== null || comments.inReach(known))) continue;
    // Its parent may be on a page that is not loaded: the author finds it among the roots until then.
    yield { id, createdAt, comment: known ?? null, parent: parent !== null && comments.get(parent) ? parent : null };
  }
}
