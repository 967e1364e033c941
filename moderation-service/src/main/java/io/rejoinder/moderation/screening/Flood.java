package io.rejoinder.moderation.screening;

import io.rejoinder.events.comment.Evidence;
import io.rejoinder.moderation.window.Sighting;
import io.rejoinder.moderation.window.Window;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * More comments from one author than a person writes. An author is known by network address, by
 * e-mail address and by name; each has its own bound, as many share a name and some an address.
 */
final class Flood implements Screen {

  /** Alone it is to hold a comment whose text is harmless, which weighs -3 on a prior of -2. */
  private static final double AT_BOUND = 6.0;

  private static final double MOST = 8.0;

  /** Sightings in memory, 3.4 MB: three for each comment, so 21,000 comments within the window. */
  private static final int SIGHTINGS = 65_536;

  /** Of one author: as many bounds as make a difference. */
  private static final int BOUNDS = 2;

  private final boolean enabled;
  private final Duration length;
  private final Map<String, Integer> bounds = new LinkedHashMap<>();
  private final Window authors;

  Flood(ScreeningProperties.Flood settings) {
    this.enabled = settings.enabled();
    this.length = settings.window();
    bounds.put("address", settings.perAddress());
    bounds.put("email", settings.perEmail());
    bounds.put("name", settings.perName());
    int most = BOUNDS * Collections.max(bounds.values());
    this.authors = new Window(settings.window(), SIGHTINGS, most);
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
    long comment = Sighting.keyOf(subject.comment());
    long at = subject.at().toEpochMilli();
    subject
        .authorKeys()
        .forEach(
            (kind, key) -> {
              int before = authors.before(Window.keyOf(kind, key), comment, at).size();
              values.put(kind, Integer.toString(1 + before));
            });
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
      Sighting sighting = subject.sighting();
      subject.authorKeys().forEach((kind, key) -> authors.put(Window.keyOf(kind, key), sighting));
    }
  }
}
