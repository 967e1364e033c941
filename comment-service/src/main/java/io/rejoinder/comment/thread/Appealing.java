package io.rejoinder.comment.thread;

import io.rejoinder.events.comment.Appealed;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Status;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the author of a rejected comment stands with an appeal. */
public enum Appealing {
  /** It can be asked once that somebody else looks at it. */
  POSSIBLE,

  /** It was, and nobody has answered yet. */
  OPEN,

  /** Somebody looked, and it stays rejected. */
  UPHELD;

  /** How its author stands with it; null where the newest revision is not rejected. */
  static @Nullable Appealing of(CommentState state) {
    if (state.status() != Status.REJECTED) {
      return null;
    }
    Appealed appeal = state.appeal();
    if (appeal != null) {
      return state.hasOpenAppeal() ? OPEN : UPHELD;
    }
    boolean rejected =
        state.standing().map(Decision::outcome).filter(Status.REJECTED::equals).isPresent();
    return rejected ? POSSIBLE : null;
  }

  /** The name in the API and in the store. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static @Nullable Appealing named(@Nullable String wireName) {
    return Arrays.stream(values())
        .filter(one -> one.wireName().equals(wireName))
        .findFirst()
        .orElse(null);
  }
}
