package io.rejoinder.moderation.learning;

import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.learning.Lesson;
import io.rejoinder.events.learning.Question;
import io.rejoinder.events.learning.Teach;
import io.rejoinder.events.learning.TrainingExample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes examples of decisions, and of what other sites say. */
final class Teacher {

  private final Priors priors;
  private final Sources sources;

  Teacher(Priors priors, Sources sources) {
    this.priors = priors;
    this.sources = sources;
  }

  /**
   * The example of a person's decision.
   *
   * @param number the example's
   * @param replaces see {@link TrainingExample#replaces}
   */
  TrainingExample example(
      CommentState state, Decision decision, long number, @Nullable Long replaces) {
    Optional<Decision> standing = Verdicts.standing(state, decision);
    Decision whose = standing.orElse(decision);
    return new TrainingExample(
        number,
        replaces,
        state.id(),
        decision.revision(),
        decision.number(),
        whose.by().kind(),
        sources.of(state, whose),
        standing.map(one -> lessons(state, one)).orElse(List.of()),
        decision.at());
  }

  /** The example of what another site says of a comment of its own. */
  static TrainingExample example(Teach teach, int decision, long number) {
    return new TrainingExample(
        number,
        null,
        teach.comment(),
        1,
        decision,
        By.Kind.MODERATOR,
        teach.source(),
        teach.lessons(),
        teach.at(),
        true);
  }

  /** What another site says of a comment, as far as it teaches something. */
  Teach teach(CommentId comment, boolean spam, String token, String text, Instant at) {
    List<Lesson> lessons = text.isEmpty() ? List.of() : lessons(Verdicts.labels(spam), text);
    return new Teach(comment, spam, sources.ofToken(token), lessons, at);
  }

  private List<Lesson> lessons(CommentState state, Decision decision) {
    return Verdicts.text(state, decision)
        .map(text -> lessons(Verdicts.labels(decision), text))
        .orElse(List.of());
  }

  private List<Lesson> lessons(Map<Question, Boolean> labels, String text) {
    List<Lesson> lessons = new ArrayList<>();
    for (Question question : Question.values()) {
      Boolean positive = labels.get(question);
      if (positive != null) {
        priors.of(question).forEach(prior -> lessons.add(lesson(question, positive, prior, text)));
      }
    }
    return lessons;
  }

  private static Lesson lesson(Question question, boolean positive, Prior prior, String text) {
    Prior.Reading reading = prior.read(text);
    String vector = Packed.write(Packed.of(reading));
    return new Lesson(question, positive, prior.id(), reading.logOdds(), vector);
  }

  /**
   * Whether a model that is here now has no vector of it, and others have; never of a comment that
   * is kept elsewhere, as nobody could make another.
   */
  boolean isOutdated(TrainingExample example) {
    return example.submitted() == null && hasOtherModels(example);
  }

  private boolean hasOtherModels(TrainingExample example) {
    return example.lessons().stream()
        .map(Lesson::question)
        .distinct()
        .anyMatch(question -> !models(example, question).containsAll(models(question)));
  }

  private static Set<String> models(TrainingExample example, Question question) {
    return example.lessons().stream()
        .filter(lesson -> lesson.question() == question)
        .map(Lesson::model)
        .collect(Collectors.toSet());
  }

  private Set<String> models(Question question) {
    return priors.of(question).stream().map(Prior::id).collect(Collectors.toSet());
  }
}
