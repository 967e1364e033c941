package io.rejoinder.moderation.screening;

import io.rejoinder.events.comment.Evidence;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * More comments from one author than a person writes. An author is known by network address, by
 * e-mail address and by name; each has its own bound, as many share a name and some an address.
 */
final class Flood implements Screen {

  private static final double AT_BOUND = 1.0;
  private static final double MOST = 2.0;
  private static final int AUTHORS = 50_000;
  private static final int SIGHTINGS = 256;

  private final boolean enabled;
  private final Duration length;
  private final Map<String, Integer> bounds;
  private final Window<String> authors;

  Flood(ScreeningProperties.Flood settings) {
    this.enabled = settings.enabled();
    this.length = settings.window();
    this.bounds =
        Map.of(
            "address", settings.perAddress(),
            "email", settings.perEmail(),
            "name", settings.perName());
    this.authors = new Window<>(settings.window(), AUTHORS, SIGHTINGS);
  }

  @Override
  public String name() {
    return "flood";
  }

  @Override
  public Evidence examine(Subject subject) {
    if (!enabled) {
      return evidence(0, "not counted", Map.of("enabled", "false"));
    }
    Evidence worst = evidence(0, "an ordinary pace", Map.of("window", length.toString()));
    for (Map.Entry<String, String> key : subject.authorKeys().entrySet()) {
      Evidence found = under(key.getKey(), key.getValue(), subject);
      if (found.weight() > worst.weight()) {
        worst = found;
      }
    }
    return worst;
  }

  private Evidence under(String kind, String key, Subject subject) {
    int bound = bounds.getOrDefault(kind, Integer.MAX_VALUE);
    int count = 1 + authors.before(kind + ":" + key, subject.comment(), subject.at()).size();
    double weight = count <= bound ? 0 : Math.min(MOST, AT_BOUND * count / bound);
    return evidence(
        weight,
        "%d comments within %d s from one %s".formatted(count, length.toSeconds(), kind),
        Map.of(
            "by", kind,
            "comments", Integer.toString(count),
            "bound", Integer.toString(bound),
            "window", length.toString()));
  }

  private Evidence evidence(double weight, String sentence, Map<String, String> values) {
    return new Evidence(name(), weight, sentence, List.of(), values);
  }

  @Override
  public void observe(Subject subject) {
    if (enabled) {
      Window.Sighting sighting = Window.Sighting.of(subject);
      subject.authorKeys().forEach((kind, key) -> authors.add(kind + ":" + key, sighting));
    }
  }
}
