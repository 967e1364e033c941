package io.rejoinder.events.author;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.rejoinder.events.Event;
import io.rejoinder.events.Sealed;
import io.rejoinder.events.comment.By;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What moderators hold of an author, told by something that all comments of one have in common. The
 * higher version counts, and of two that are equal the one that stands last.
 *
 * @param author {@code reader/} and the id of the signed identity, {@code email/}, {@code address/}
 *     or {@code range/} and a keyed hash, {@code guest/} and the keyed hash of the address with the
 *     name
 * @param version 1 for the first
 * @param standing what it comes to
 * @param until when that ends by itself; null for never
 * @param reason why, for the author and the other moderators; null where nothing was said
 * @param range the network range, in CIDR notation; null where the author is told by something else
 * @param labels what moderators call the author
 * @param notes what they keep in mind, oldest first; at most {@link #NOTES_KEPT}
 * @param by who changed it last
 * @param at when
 */
public record AuthorState(
    String author,
    long version,
    Standing standing,
    @Nullable Instant until,
    @Nullable String reason,
    @Nullable Sealed range,
    List<String> labels,
    List<Note> notes,
    By by,
    Instant at)
    implements Event {

  /** Notes that a state carries at most, of 1,000 UTF-16 units each. */
  public static final int NOTES_KEPT = 50;

  /** Checks that all is there that is needed. */
  public AuthorState {
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(standing, "standing");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(at, "at");
    labels = List.copyOf(labels);
    notes = List.copyOf(notes);
  }

  /** What it comes to at this moment. */
  public Standing standingAt(Instant now) {
    return until == null || now.isBefore(until) ? standing : Standing.ORDINARY;
  }

  @Override
  public String key() {
    return author;
  }

  @Override
  public String eventId() {
    return author + "/" + version;
  }

  /** How an author stands. */
  public enum Standing {
    /** As everyone. */
    @JsonProperty("ordinary")
    ORDINARY,
    /** What the author writes is not held for what holds others' first comments. */
    @JsonProperty("trusted")
    TRUSTED,
    /** The author was told to mind the rules. */
    @JsonProperty("warned")
    WARNED,
    /** What the author writes waits for a moderator. */
    @JsonProperty("watched")
    WATCHED,
    /** What the author writes is rejected, for a time. */
    @JsonProperty("suspended")
    SUSPENDED,
    /** What the author writes is rejected. */
    @JsonProperty("banned")
    BANNED
  }

  /**
   * What a moderator keeps in mind.
   *
   * @param text plain
   * @param by who
   * @param at when
   */
  public record Note(String text, By by, Instant at) {
    /** Checks that all is there. */
    public Note {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(at, "at");
    }
  }
}
