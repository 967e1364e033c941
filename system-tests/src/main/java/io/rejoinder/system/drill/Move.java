package io.rejoinder.system.drill;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A command that was applied, and so what a comment's standing follows from.
 *
 * @param kind what was done
 * @param text the new text, of a post or an edit; else empty
 * @param doubtful whether that text must wait for a moderator
 */
record Move(Kind kind, String text, boolean doubtful) {

  /** The kinds of commands that change something. */
  enum Kind {
    POST,
    EDIT,
    WITHDRAW,
    APPROVE,
    REJECT,
    UNDO
  }

  static Move posted(String text, boolean doubtful) {
    return new Move(Kind.POST, text, doubtful);
  }

  static Move edited(String text, boolean doubtful) {
    return new Move(Kind.EDIT, text, doubtful);
  }

  static Move of(Kind kind) {
    return new Move(kind, "", false);
  }

  /**
   * The standing that follows from these moves, the first a post.
   *
   * @param unscreened revisions for which a screen failed or was too slow: the platform holds them,
   *     as it promises, whatever their text
   */
  static Standing after(List<Move> moves, Set<Integer> unscreened) {
    Standing before = null;
    Standing now = null;
    for (Move move : moves) {
      Standing next = move.applied(now, before, unscreened);
      before = now;
      now = next;
    }
    if (now == null) {
      throw new IllegalStateException("no post among the moves");
    }
    return now;
  }

  private Standing applied(
      @Nullable Standing now, @Nullable Standing before, Set<Integer> unscreened) {
    if (now == null) {
      return Standing.posted(text, doubtful || unscreened.contains(1));
    }
    return switch (kind) {
      case POST -> now;
      case EDIT -> now.edited(text, doubtful || unscreened.contains(now.revision() + 1));
      case WITHDRAW -> now.withdrawn();
      case APPROVE -> now.approved();
      case REJECT -> now.rejected();
      case UNDO -> before == null ? now : before;
    };
  }
}
