package io.rejoinder.moderation.learning;

import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.learning.Lesson;
import io.rejoinder.events.learning.Question;
import io.rejoinder.events.learning.TrainingExample;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The newest examples of the log: what a correction is made of. At most {@link #WINDOW}, about 2 KB
 * for each answer: 34 MB where all are approvals, which answer both questions. Not threadsafe.
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
    byNumber.put(example.number(), Remembered.of(example));
    Long replaced = example.replaces();
    if (replaced != null) {
      replacedBy.put(replaced, example.number());
    }
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
  Optional<List<Taught>> standing(Question question, String model, long number) {
    long from = Math.max(1, number - WINDOW + 1);
    if (number != newest() && !whole(from, number)) {
      return Optional.empty();
    }
    Map<Revision, Remembered> standing = new LinkedHashMap<>();
    for (Remembered one : byNumber.subMap(from, number + 1).values()) {
      standing.remove(one.revision());
      standing.put(one.revision(), one);
    }
    return Optional.of(taught(standing.values(), question, model));
  }

  private static List<Taught> taught(
      Collection<Remembered> standing, Question question, String model) {
    List<Taught> taught = new ArrayList<>();
    for (Remembered one : standing) {
      Answer answer = one.answers().get(question);
      if (answer != null && answer.model().equals(model)) {
        taught.add(answer.taught());
      }
    }
    return taught;
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

  private record Answer(String model, Taught taught) {}

  private record Remembered(Revision revision, Map<Question, Answer> answers) {

    static Remembered of(TrainingExample example) {
      Map<Question, Answer> answers = new EnumMap<>(Question.class);
      for (Lesson lesson : example.lessons()) {
        answers.put(
            lesson.question(),
            new Answer(lesson.model(), taught(example.kind(), example.source(), lesson)));
      }
      return new Remembered(new Revision(example.comment(), example.revision()), answers);
    }

    private static Taught taught(By.Kind kind, String source, Lesson lesson) {
      return new Taught(
          kind, source, lesson.positive(), lesson.prior(), Packed.read(lesson.vector()));
    }
  }
}
