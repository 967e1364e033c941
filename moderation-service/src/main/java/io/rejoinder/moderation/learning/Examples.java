package io.rejoinder.moderation.learning;

import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.learning.Lesson;
import io.rejoinder.events.learning.TrainingExample;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The newest examples of the log: what a correction is made of. At most {@link #WINDOW}, about 2 KB
 * for each answer to each model: 34 MB where all are approvals, which answer both questions, and as
 * much again for each model of the installation's own. Not threadsafe.
 */
final class Examples {

  /** A correction is made of as many of the last numbers: what is older is forgotten. */
  static final int WINDOW = 8_192;

  private final NavigableMap<Long, Remembered> byNumber = new TreeMap<>();
  private final Map<Long, Long> replacedBy = new HashMap<>();

  /**
   * Takes the next example of the log in.
   *
   * @throws IllegalArgumentException if a vector of it cannot be read
   */
  void take(TrainingExample example) {
    Long replaced = example.replaces();
    long since = example.number();
    if (replaced != null) {
      replacedBy.put(replaced, example.number());
      Remembered before = byNumber.get(replaced);
      since = before == null ? replaced : before.since();
    }
    byNumber.put(example.number(), Remembered.of(example, since));
    long gone = newest() - WINDOW;
    byNumber.headMap(gone, true).clear();
    replacedBy.keySet().removeIf(number -> number <= gone);
  }

  /** The number of the last example; 0 before the first. */
  long newest() {
    return byNumber.isEmpty() ? 0 : byNumber.lastKey();
  }

  /**
   * What stands at a number: of the {@link #WINDOW} numbers that end with it, the newest of each
   * revision, in the order of their numbers.
   *
   * @param model whose vectors are of use
   * @return empty where an example that it takes is not held, or not in the log any more
   */
  Optional<List<Taught>> standing(ModelId model, long number) {
    long from = Math.max(1, number - WINDOW + 1);
    if (number != newest() && !whole(from, number)) {
      return Optional.empty();
    }
    return Optional.of(taught(byNumber.subMap(from, number + 1).values(), model));
  }

  /**
   * What would have stood at a number if a model that came later had been there: an example that
   * was made again for it counts from the number of the one whose place it took.
   */
  List<Taught> asOf(ModelId model, long number) {
    List<Remembered> then =
        byNumber.values().stream()
            .filter(one -> one.since() <= number)
            .sorted(Comparator.comparingLong(Remembered::since))
            .toList();
    return taught(then, model);
  }

  /** Of the newest of each revision. */
  private static List<Taught> taught(Collection<Remembered> examples, ModelId model) {
    Map<Revision, Remembered> standing = new LinkedHashMap<>();
    for (Remembered one : examples) {
      standing.remove(one.revision());
      standing.put(one.revision(), one);
    }
    return standing.values().stream()
        .flatMap(one -> Stream.ofNullable(one.answers().get(model)))
        .toList();
  }

  /** Whether every number of these is there, or gone because one of these took its place. */
  private boolean whole(long from, long to) {
    if (to > newest()) {
      return false;
    }
    for (long number = from; number <= to; number++) {
      if (!byNumber.containsKey(number) && replacedBy.getOrDefault(number, Long.MAX_VALUE) > to) {
        return false;
      }
    }
    return true;
  }

  private record Revision(CommentId comment, int number) {}

  /**
   * An example.
   *
   * @param since its number, or that of the first one whose place it took
   */
  private record Remembered(Revision revision, long since, Map<ModelId, Taught> answers) {

    static Remembered of(TrainingExample example, long since) {
      Map<ModelId, Taught> answers = new HashMap<>();
      for (Lesson lesson : example.lessons()) {
        answers.put(
            new ModelId(lesson.question(), lesson.model()),
            taught(example.kind(), example.source(), lesson));
      }
      return new Remembered(
          new Revision(example.comment(), example.revision()), since, Map.copyOf(answers));
    }

    private static Taught taught(By.Kind kind, String source, Lesson lesson) {
      return new Taught(
          kind, source, lesson.positive(), lesson.prior(), Packed.read(lesson.vector()));
    }
  }
}
