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
  public Evidence examine(Subject subject) {
    if (tooShort(subject)) {
      return evidence(0, 0, 0, "too short to tell a repetition");
    }
    List<Window.Sighting> before =
        texts.before(subject.canonical().fingerprint(), subject.comment(), subject.at());
    if (before.isEmpty()) {
      return evidence(0, 0, 0, "not seen before");
    }
    int times = before.size();
    int threads = (int) before.stream().map(Window.Sighting::thread).distinct().count();
    int authors = (int) before.stream().map(Window.Sighting::author).distinct().count();
    String sentence =
        "the same text %s in %s, from %s"
            .formatted(
                counted(times, "time before", "times before"),
                counted(threads, "thread", "threads"),
                counted(authors, "author", "authors"));
    return evidence(times, threads, authors, sentence);
  }

  private static String counted(int n, String one, String many) {
    return n + " " + (n == 1 ? one : many);
  }

  private Evidence evidence(int times, int threads, int authors, String sentence) {
    return new Evidence(
        name(),
        Math.min(MOST, EACH * times),
        sentence,
        List.of(),
        Map.of(
            "times", Integer.toString(times),
            "threads", Integer.toString(threads),
            "authors", Integer.toString(authors),
            "window", length.toString()));
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
