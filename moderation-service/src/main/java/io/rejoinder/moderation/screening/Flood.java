package io.rejoinder.moderation.screening;

import io.rejoinder.events.comment.Evidence;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
  private final Map<String, Integer> bounds = new LinkedHashMap<>();
  private final Window<String> authors;

  Flood(ScreeningProperties.Flood settings) {
    this.enabled = settings.enabled();
    this.length = settings.window();
    bounds.put("address", settings.perAddress());
    bounds.put("email", settings.perEmail());
    bounds.put("name", settings.perName());
    this.authors = new Window<>(settings.window(), AUTHORS, SIGHTINGS);
  }

  @Override
  public String name() {
    return "flood";
  }

  @Override
  public Map<String, String> look(Subject subject) {
    if (!enabled) {
      return Map.of("enabled", "false");
    }
    Map<String, String> values = new HashMap<>();
    values.put("window", length.toString());
    subject
        .authorKeys()
        .forEach(
            (kind, key) ->
                values.put(
                    kind,
                    Integer.toString(
                        1
                            + authors
                                .before(kind + ":" + key, subject.comment(), subject.at())
                                .size())));
    return values;
  }

  @Override
  public Evidence weigh(Subject subject, Map<String, String> values) {
    if (!values.containsKey("window")) {
      return new Evidence(name(), 0, "not counted", List.of(), values);
    }
    double most = 0;
    String sentence = "an ordinary pace";
    for (Map.Entry<String, Integer> bound : bounds.entrySet()) {
      int count = Values.number(values, bound.getKey());
      double weight =
          count <= bound.getValue() ? 0 : Math.min(MOST, AT_BOUND * count / bound.getValue());
      if (weight > most) {
        most = weight;
        sentence =
            "%d comments within %d s from one %s (bound %d)"
                .formatted(
                    count,
                    Duration.parse(Values.text(values, "window")).toSeconds(),
                    bound.getKey(),
                    bound.getValue());
      }
    }
    return new Evidence(name(), most, sentence, List.of(), values);
  }

  @Override
  public void observe(Subject subject) {
    if (enabled) {
      Window.Sighting sighting = Window.Sighting.of(subject);
      subject.authorKeys().forEach((kind, key) -> authors.add(kind + ":" + key, sighting));
    }
  }
}
