package io.rejoinder.moderation.author;

import io.rejoinder.events.author.AuthorState.Standing;
import io.rejoinder.moderation.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the routes of authors take, and its bounds. */
final class Wishes {

  private static final int REASON = 500;
  private static final int NOTE = 1_000;
  private static final int LABELS = 10;
  private static final Pattern LABEL =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} .&'-]{0,29}");

  private Wishes() {}

  /**
   * {@code PUT …/standing}.
   *
   * @param standing what it shall be
   * @param until when that ends; null for never
   * @param reason why; may only be absent where the author is to stand as everyone
   * @param basedOn the version that was looked at; 0 for none
   */
  record Stand(
      @Nullable Standing standing,
      @Nullable Instant until,
      @Nullable String reason,
      @Nullable Long basedOn) {

    Wanted checked(Instant now) {
      if (standing == null) {
        throw Problem.invalid(
            "standing", "missing", "ordinary, trusted, warned, watched, suspended or banned");
      }
      if (standing == Standing.SUSPENDED && until == null) {
        throw Problem.invalid("until", "missing", "when the suspension ends");
      }
      if (until != null && !until.isAfter(now)) {
        throw Problem.invalid("until", until.toString(), "after " + now);
      }
      String why = bounded("reason", reason, standing == Standing.ORDINARY ? 0 : 1, REASON);
      return new Wanted(standing, until, why.isEmpty() ? null : why, version(basedOn));
    }
  }

  /** The same, checked. */
  record Wanted(
      Standing standing, @Nullable Instant until, @Nullable String reason, long basedOn) {}

  /**
   * {@code PUT /api/comments/{id}/range}.
   *
   * @param prefix how wide: 24 or 16 of IPv4, 48 or 32 of IPv6
   */
  record StandRange(
      @Nullable Integer prefix,
      @Nullable Standing standing,
      @Nullable Instant until,
      @Nullable String reason,
      @Nullable Long basedOn) {

    int checkedPrefix() {
      if (prefix == null || !Networks.PREFIXES.contains(prefix)) {
        throw Problem.invalid(
            "prefix", prefix == null ? "missing" : prefix, "24 or 16 of IPv4, 48 or 32 of IPv6");
      }
      return prefix;
    }

    Wanted checked(Instant now) {
      return new Stand(standing, until, reason, basedOn).checked(now);
    }
  }

  /** {@code PUT …/labels}: all that there shall be. */
  record Labels(@Nullable List<@Nullable String> labels, @Nullable Long basedOn) {

    List<String> checked() {
      if (labels == null || labels.size() > LABELS) {
        throw Problem.invalid(
            "labels", labels == null ? "missing" : labels.size(), "0.." + LABELS + " labels");
      }
      return labels.stream().map(Labels::label).distinct().toList();
    }

    private static String label(@Nullable String given) {
      String label = given == null ? "" : given.strip();
      if (!LABEL.matcher(label).matches()) {
        throw Problem.invalid(
            "labels",
            label.length() + " characters",
            "each 1..30 letters, digits, spaces or . & ' -, a letter or digit first");
      }
      return label;
    }
  }

  /** {@code POST …/notes}. */
  record NewNote(@Nullable String text, @Nullable Long basedOn) {
    String checked() {
      return bounded("text", text, 1, NOTE);
    }
  }

  static long version(@Nullable Long basedOn) {
    if (basedOn == null || basedOn < 0) {
      throw Problem.invalid(
          "basedOn",
          basedOn == null ? "missing" : basedOn,
          "the version that was looked at, 0 or more");
    }
    return basedOn;
  }

  private static String bounded(String field, @Nullable String given, int least, int most) {
    String text = given == null ? "" : given.strip();
    if (text.length() < least || text.length() > most) {
      throw Problem.invalid(
          field, text.length() + " characters", least + ".." + most + " characters");
    }
    return text;
  }
}
