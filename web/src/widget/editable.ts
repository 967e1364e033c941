import type { OwnComment } from './own';
import type { Branch } from './tree';

/** Milliseconds in which a comment can still be edited; null where the service has not said until when. */
export function leftToEdit(own: OwnComment, now: number): number | null {
  if (own.editableUntil === undefined) return null;
  return own.editableUntil === null ? 0 : Math.max(0, Date.parse(own.editableUntil) - now);
}

/** Whether its author may edit a comment: within the window of the site, and while readers see no reply to it. */
export function isEditable({ own, replies }: Branch, now: number): boolean {
  if (own === null || leftToEdit(own, now) === 0) return false;
  return !replies.some(({ comment }) => comment?.status === 'published');
}
