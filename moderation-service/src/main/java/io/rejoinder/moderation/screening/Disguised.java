package io.rejoinder.moderation.screening;

import io.rejoinder.events.comment.Evidence;
import io.rejoinder.moderation.text.Disguise;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much of a text is written so that only people read it. Emoji, accents, drawn-out words and
 * quotes in another script weigh nothing.
 *
 * <p>The weights are chosen, not measured: labelled collections hold next to no disguise. One word
 * in twenty asks for a second reason to hold; a whole text in disguise is one, by itself.
 */
final class Disguised implements Screen {

  /** Nats for any disguise at all, and for each tenth of the text. */
  private static final double ANY = 0.3;

  private static final double EACH_TENTH = 0.5;
  private static final double MOST = 3.0;

  private static final Evidence NONE =
      new Evidence("disguise", 0, "no disguise", List.of(), Map.of("share", "0", "words", "0"));

  @Override
  public String name() {
    return "disguise";
  }

  @Override
  public Evidence weigh(Subject subject, Map<String, String> values) {
    Disguise disguise = Disguise.of(subject.raw(), subject.canonical());
    if (disguise.words() == 0) {
      return NONE;
    }
    return new Evidence(
        name(),
        Math.min(MOST, ANY + EACH_TENTH * 10 * disguise.share()),
        sentence(disguise),
        disguise.spans(),
        Map.of(
            "share", String.format(Locale.ROOT, "%.3f", disguise.share()),
            "words", Integer.toString(disguise.words()),
            "kinds",
                disguise.kinds().stream()
                    .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(","))));
  }

  private static String sentence(Disguise disguise) {
    String kinds =
        disguise.kinds().stream().map(Disguise.Kind::words).collect(Collectors.joining(", "));
    return "%d %% of the text in disguise: %s"
        .formatted(Math.max(1, Math.round(disguise.share() * 100)), kinds);
  }
}
