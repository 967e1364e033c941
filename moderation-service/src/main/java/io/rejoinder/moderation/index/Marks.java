package io.rejoinder.moderation.index;

import io.rejoinder.events.comment.Evidence;
import io.rejoinder.moderation.policy.Score;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the evidence on a comment was about.
 *
 * @param spam the probability that it is spam; null where screening has not judged it
 * @param toxic the probability that it is toxic; null likewise
 * @param domains that its links lead to, at most five
 * @param campaign the campaign that it belongs to
 */
public record Marks(
    @Nullable Double spam,
    @Nullable Double toxic,
    List<String> domains,
    @Nullable String campaign) {

  static Marks of(List<Evidence> found) {
    Map<String, String> score = values(found, Score.NAME);
    String domains = values(found, "links").getOrDefault("domains", "");
    return new Marks(
        number(score.get("spam")),
        number(score.get("toxic")),
        domains.isEmpty() ? List.of() : Arrays.asList(domains.split(",")),
        values(found, "campaign").get("campaign"));
  }

  private static Map<String, String> values(List<Evidence> found, String screen) {
    return found.stream()
        .filter(one -> one.screen().equals(screen))
        .map(Evidence::values)
        .findFirst()
        .orElse(Map.of());
  }

  private static @Nullable Double number(@Nullable String text) {
    return text == null ? null : Double.valueOf(text);
  }
}
