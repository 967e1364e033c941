package io.rejoinder.moderation.index;

import io.rejoinder.events.Literal;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Status;
import io.rejoinder.moderation.record.Opinions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The lists that moderators work on. A comment can stand on several of them. */
public enum Listing {
  /** Waits for a moderator. */
  HELD,

  /** Readers see it, and some have reported it since a moderator last decided. */
  REPORTED,

  /** Automatic decisions that people are asked about without being told of them. */
  SAMPLED,

  /** The newest revision is what readers see. */
  APPROVED,

  /** The newest revision is not shown. */
  REJECTED,

  /** Its author has asked that somebody else than its judges looks at the rejection. */
  APPEALED;

  /**
   * How the JSON of nearly every state goes on; what is written otherwise is read and then judged.
   */
  private static final Literal APPROVED_AT_ONCE =
      new Literal("\"version\":1,\"since\":1,\"status\":\"approved\"");

  private static final Literal IN_THE_SAMPLE = new Literal("\"sampled\":");

  /** The list's name in the API and in the index. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The list of this name. */
  public static Optional<Listing> named(String wireName) {
    return Arrays.stream(values()).filter(list -> list.wireName().equals(wireName)).findFirst();
  }

  /** The lists that a comment stands on for those who may know of it. */
  static Set<Listing> of(CommentState state) {
    Set<Listing> lists = EnumSet.noneOf(Listing.class);
    switch (state.status()) {
      case HELD -> lists.add(HELD);
      case APPROVED -> lists.add(APPROVED);
      case REJECTED -> lists.add(REJECTED);
      default -> {
        return Set.of();
      }
    }
    if (state.shown() != null && state.reports() != null && state.reports().open() > 0) {
      lists.add(REPORTED);
    }
    if (state.hasOpenAppeal()) {
      lists.add(APPEALED);
    }
    if (Opinions.of(state).wanted()) {
      lists.add(SAMPLED);
    }
    return Set.copyOf(lists);
  }

  /**
   * Whether consoles are told of this state: not of what screening approved at once, which is most
   * of what there is.
   */
  public static boolean isNews(CommentState state) {
    return state.version() > 1 || state.status() != Status.APPROVED || Opinions.of(state).wanted();
  }

  /** The same of a state that was not read yet; true where reading it has to tell. */
  public static boolean mayBeNews(byte[] state) {
    return !APPROVED_AT_ONCE.in(state) || IN_THE_SAMPLE.in(state);
  }
}
