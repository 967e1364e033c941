package io.rejoinder.comment.thread;

import io.rejoinder.events.comment.CommentId;

/**
 * Where a comment stands in its thread, once every comment above it was visible at some time. It
 * never changes.
 *
 * @param root the comment that begins this branch; itself for a comment that replies to none
 * @param depth 0 for a root
 */
public record Place(CommentId root, int depth) {

  Place below() {
    return new Place(root, depth + 1);
  }
}
