package io.rejoinder.bench.learning;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/**
 * A moderator decides on comments while they come.
 *
 * @param decisionsPerSecond that were answered
 * @param examples that they became
 * @param delay until a decision was known
 * @param steps how the model came to know the new kind
 */
record Lesson(double decisionsPerSecond, int examples, Delay delay, List<Step> steps) {

  Lesson {
    steps = List.copyOf(steps);
  }

  /**
   * Returns once a model that knows all decisions screens.
   *
   * @param perSecond how many comments come
   */
  static Lesson give(Material material, double perSecond, Site site, Access access)
      throws IOException {
    FutureTask<Map<String, Long>> moderator =
        new FutureTask<>(new Moderator(access.desk(), material.decisions(), access.progress()));
    Thread thread = new Thread(moderator, "queue");
    thread.setDaemon(true);
    thread.start();
    long began = System.nanoTime();
    List<Screened> ofKind =
        Survey.of(List.of(material.rejected(), material.approved()), perSecond, access).get(0);
    Map<String, Long> answeredAt = decided(moderator);
    double seconds = (System.nanoTime() - began) / 1e9;
    Map<String, Long> numbers = access.log().examples(answeredAt.keySet());
    long last = numbers.values().stream().mapToLong(Long::longValue).max().orElse(0);
    site.awaitScreened("a model that knows all decisions", one -> one.known() >= last);
    List<Screened> all = Stream.concat(ofKind.stream(), site.asked().stream()).toList();
    return new Lesson(
        answeredAt.size() / seconds,
        numbers.size(),
        Delay.of(answeredAt, numbers, all),
        Step.of(ofKind));
  }

  private static Map<String, Long> decided(FutureTask<Map<String, Long>> moderator)
      throws IOException {
    try {
      return moderator.get();
    } catch (ExecutionException e) {
      throw new IOException("the moderator: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the moderator was at work");
    }
  }
}
