package io.rejoinder.moderation.screening;

import io.rejoinder.events.comment.Evidence;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The same canonical text, seen before in any thread and from anyone. People repeat short texts
 * ("Thank you!"), so those do not count; nobody writes the same longer one again by chance.
 */
final class RepeatedText implements Screen {

  /** Shorter canonical texts are common property. */
  private static final int SHORTEST = 24;

  private static final double EACH = 0.4;
  private static final double MOST = 4.0;
  private static final int SIGHTINGS = 32;

  private final Duration length;
  private final Window<Long> texts;

  RepeatedText(ScreeningProperties.Repeats settings) {
    this.length = settings.window();
    this.texts = new Window<>(settings.window(), settings.texts(), SIGHTINGS);
  }

  @Override
  public String name() {
    return "repeated-text";
  }

  @Override
  public Map<String, String> look(Subject subject) {
    if (tooShort(subject)) {
      return values(0, 0, 0);
    }
    List<Window.Sighting> before =
        texts.before(subject.canonical().fingerprint(), subject.comment(), subject.at());
    return values(
        before.size(),
        before.stream().map(Window.Sighting::thread).distinct().count(),
        before.stream().map(Window.Sighting::author).distinct().count());
  }

  private Map<String, String> values(long times, long threads, long authors) {
    return Map.of(
        "times", Long.toString(times),
        "threads", Long.toString(threads),
        "authors", Long.toString(authors),
        "window", length.toString());
  }

  @Override
  public Evidence weigh(Subject subject, Map<String, String> values) {
    int times = Values.number(values, "times");
    return new Evidence(
        name(), Math.min(MOST, EACH * times), sentence(subject, values), List.of(), values);
  }

  private static String sentence(Subject subject, Map<String, String> values) {
    if (tooShort(subject)) {
      return "too short to tell a repetition";
    }
    int times = Values.number(values, "times");
    if (times == 0) {
      return "not seen before";
    }
    return "the same text %s in %s, from %s"
        .formatted(
            counted(times, "time before", "times before"),
            counted(Values.number(values, "threads"), "thread", "threads"),
            counted(Values.number(values, "authors"), "author", "authors"));
  }

  private static String counted(int n, String one, String many) {
    return n + " " + (n == 1 ? one : many);
  }

  @Override
  public void observe(Subject subject) {
    if (!tooShort(subject)) {
      texts.add(subject.canonical().fingerprint(), Window.Sighting.of(subject));
    }
  }

  private static boolean tooShort(Subject subject) {
    return subject.canonical().text().strip().length() < SHORTEST;
  }
}
