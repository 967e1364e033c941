package io.rejoinder.moderation.queue;

import io.rejoinder.events.Literal;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Status;
import io.rejoinder.moderation.record.Opinions;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The lists of the queue. */
enum Listing {
  HELD,
  APPROVED,
  REJECTED,

  /** Automatic decisions that people are asked about without being told of them. */
  SAMPLED;

  /**
   * How the JSON of nearly every state goes on; what is written otherwise is read and then judged.
   */
  private static final Literal APPROVED_AT_ONCE =
      new Literal("\"version\":1,\"since\":1,\"status\":\"approved\"");

  private static final Literal IN_THE_SAMPLE = new Literal("\"sampled\":");

  /** The list's name in the API and in the store. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Listing> named(String wireName) {
    return Arrays.stream(values()).filter(list -> list.wireName().equals(wireName)).findFirst();
  }

  /**
   * The list that a comment stands on for those who may know of it: all that waits, all that a
   * person decided, and what screening rejected. What was approved without anyone, and what was
   * imported decided, stands on none.
   */
  static Optional<Listing> of(CommentState state) {
    By.Kind by = state.standing().map(Decision::by).map(By::kind).orElse(By.Kind.SCREENING);
    Status status = state.status();
    if (status == Status.HELD) {
      return Optional.of(HELD);
    }
    if (status == Status.APPROVED && by == By.Kind.MODERATOR) {
      return Optional.of(APPROVED);
    }
    if (status == Status.REJECTED && by != By.Kind.IMPORT) {
      return Optional.of(REJECTED);
    }
    return Optional.empty();
  }

  /**
   * Whether the store keeps anything of this state: what is listed, and whatever may have been
   * before, so that it leaves the list. That is why most comments never cost a write here.
   */
  static boolean concerns(CommentState state) {
    return state.version() > 1 || of(state).isPresent() || Opinions.of(state).wanted();
  }

  /** The same of a state that was not read yet; true where reading it has to tell. */
  static boolean mayConcern(byte[] state) {
    return !APPROVED_AT_ONCE.in(state) || IN_THE_SAMPLE.in(state);
  }
}
