package io.rejoinder.events.comment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What readers have reported of a comment.
 *
 * @param readers the ids of who did, the first one first; at most {@link #READERS_KEPT}
 * @param sources where each of them did it from: the {@linkplain Report#source source} of a guest,
 *     else the reader's id again
 * @param settled how many of them had done so when a moderator last decided: those count no more
 * @param settledBefore how many had before that decision, should it be taken back
 * @param newest the last ones since the decision before the last, newest last; at most {@link
 *     #TEXTS_KEPT}
 */
public record Reports(
    List<String> readers,
    List<String> sources,
    int settled,
    int settledBefore,
    List<Reported> newest) {

  /** Readers that are counted at most: beyond them the oldest that are settled are forgotten. */
  public static final int READERS_KEPT = 200;

  /** Reports that are kept whole at most: with 500 code points each they stay below 40 KB. */
  public static final int TEXTS_KEPT = 20;

  /** Nobody has reported anything. */
  public static final Reports NONE = new Reports(List.of(), List.of(), 0, 0, List.of());

  /** Copies the lists; absent ones are empty. */
  @SuppressWarnings("NullAway") // Jackson passes null for what an older writer left out.
  public Reports {
    readers = readers == null ? List.of() : List.copyOf(readers);
    boolean known = sources != null && sources.size() == readers.size();
    sources = known ? List.copyOf(sources) : readers;
    newest = newest == null ? List.of() : List.copyOf(newest);
  }

  /**
   * One report.
   *
   * @param reason its code
   * @param text what the reader added
   * @param at when
   */
  public record Reported(String reason, @Nullable String text, java.time.Instant at) {
    /** Checks that all but the text is there. */
    public Reported {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(at, "at");
    }
  }

  /** How many readers have reported it since a moderator last decided. */
  public int open() {
    return readers.size() - settled;
  }

  /**
   * The same with those of one source as one: whoever makes themselves a new identity for each
   * report is not many.
   */
  public int voices() {
    return Set.copyOf(sources.subList(settled, sources.size())).size();
  }

  /** Those of the last ones that no moderator has decided on, newest last. */
  public List<Reported> unsettled() {
    return newest.subList(Math.max(0, newest.size() - open()), newest.size());
  }

  /** Whether this reader is counted already, or there is no room for one more. */
  public boolean has(Report report) {
    return readers.contains(report.reader()) || (readers.size() >= READERS_KEPT && settled == 0);
  }

  /** With one more. */
  public Reports with(Report report) {
    List<Reported> reports = new ArrayList<>(newest);
    reports.add(new Reported(report.reason(), report.text(), report.at()));
    int surplus = Math.max(0, reports.size() - TEXTS_KEPT);
    int forgotten = readers.size() >= READERS_KEPT ? 1 : 0;
    String source = report.source() == null ? report.reader() : report.source();
    return new Reports(
        Stream.concat(readers.stream().skip(forgotten), Stream.of(report.reader())).toList(),
        Stream.concat(sources.stream().skip(forgotten), Stream.of(source)).toList(),
        Math.max(0, settled - forgotten),
        Math.max(0, settledBefore - forgotten),
        reports.subList(surplus, reports.size()));
  }

  /** After a moderator's decision: only what comes from now on counts. */
  public Reports settle() {
    return new Reports(readers, sources, readers.size(), settled, unsettled());
  }

  /** After that decision was taken back. */
  public Reports unsettle() {
    return new Reports(readers, sources, settledBefore, settledBefore, newest);
  }

  /** Who, and no longer what. */
  public Reports withoutTexts() {
    return new Reports(readers, sources, readers.size(), readers.size(), List.of());
  }

  /** In a few words for moderators: {@code 3 readers: 2 spam, 1 abuse}. */
  public String inWords() {
    TreeMap<String, Long> byReason =
        unsettled().stream()
            .collect(Collectors.groupingBy(Reported::reason, TreeMap::new, Collectors.counting()));
    Set<java.util.Map.Entry<String, Long>> reasons = byReason.entrySet();
    String which =
        reasons.stream()
            .map(reason -> reason.getValue() + " " + reason.getKey())
            .collect(Collectors.joining(", "));
    return open() + (open() == 1 ? " reader: " : " readers: ") + which;
  }
}
