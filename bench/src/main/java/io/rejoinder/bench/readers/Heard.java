package io.rejoinder.bench.readers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/** Which reader had which event, and when. One thread writes and reads it. */
final class Heard {

  private static final Pattern COMMENT = Pattern.compile("\"id\":\"([0-9a-f]{32})\"");
  private static final long LONGEST_NANOS = 600_000_000_000L;

  private final int readers;
  private final Map<String, Times> byEvent = new HashMap<>();
  private final Map<String, Times> byComment = new HashMap<>();

  Heard(int readers) {
    this.readers = readers;
  }

  /** When each reader had one event: 0 for not yet. Times of {@link System#nanoTime()}. */
  private static final class Times {

    private final long[] at;
    private int had;
    private int doubled;
    private long last;

    private Times(int readers) {
      at = new long[readers];
    }

    private void heard(int reader, long now) {
      if (at[reader] != 0) {
        doubled++;
        return;
      }
      at[reader] = now;
      had++;
      last = now;
    }
  }

  /** Takes an event; the first reader's data say which comment it is about. */
  void event(int reader, String id, String data, long now) {
    Times times = byEvent.computeIfAbsent(id, unknown -> new Times(readers));
    times.heard(reader, now);
    if (reader == 0) {
      Matcher comment = COMMENT.matcher(data);
      if (comment.find()) {
        byComment.put(comment.group(1), times);
      }
    }
  }

  /**
   * Answers a question: {@code had ID…} with how many of the readers have had all of these
   * comments; {@code figures ID=NANOS …} with what came of comments that were due at these times.
   *
   * @throws IllegalArgumentException for another question
   */
  String answer(String question, int closed) {
    String[] words = question.split(" ", -1);
    List<String> rest = List.of(words).subList(1, words.length);
    return switch (words[0]) {
      case "had" -> "had " + hadAll(rest);
      case "figures" -> "figures " + figures(rest, closed);
      default -> throw new IllegalArgumentException("question of " + question.length());
    };
  }

  private int hadAll(List<String> comments) {
    int least = readers;
    for (String comment : comments) {
      Times times = byComment.get(comment);
      least = Math.min(least, times == null ? 0 : times.had);
    }
    return least;
  }

  /** Missing, doubled, closed, events, then p50, p99 and worst of a reader, and of the last one. */
  private String figures(List<String> posted, int closed) {
    Histogram each = new Histogram(LONGEST_NANOS, 3);
    List<Long> lasts = new ArrayList<>();
    long missing = 0;
    long doubled = 0;
    for (String one : posted) {
      int equals = one.indexOf('=');
      long due = Long.parseLong(one.substring(equals + 1));
      Times times = byComment.get(one.substring(0, equals));
      if (times == null) {
        missing += readers;
        continue;
      }
      missing += readers - times.had;
      doubled += times.doubled;
      lasts.add(times.last - due);
      for (long at : times.at) {
        if (at != 0) {
          each.recordValue(Math.max(0, at - due));
        }
      }
    }
    Histogram last = new Histogram(LONGEST_NANOS, 3);
    lasts.forEach(nanos -> last.recordValue(Math.max(0, nanos)));
    return String.join(
        " ",
        Long.toString(missing),
        Long.toString(doubled),
        Integer.toString(closed),
        quantiles(each),
        quantiles(last));
  }

  private static String quantiles(Histogram nanos) {
    return "%d %d %d %d"
        .formatted(
            nanos.getTotalCount(),
            nanos.getValueAtPercentile(50),
            nanos.getValueAtPercentile(99),
            nanos.getMaxValue());
  }
}
