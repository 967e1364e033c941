package io.rejoinder.moderation.learning;

import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Revision;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.learning.Question;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What people's decisions say of the questions that models answer. */
final class Verdicts {

  private static final Map<Question, Boolean> HONEST =
      Map.of(Question.SPAM, false, Question.TOXICITY, false);

  /** Other reasons say nothing of a question: what is off topic may be neither. */
  private static final Map<String, Map<Question, Boolean>> BY_REASON =
      Map.of("spam", Map.of(Question.SPAM, true), "abuse", Map.of(Question.TOXICITY, true));

  private Verdicts() {}

  /** Whether a person made it, here or where it was imported from. */
  static boolean human(Decision decision) {
    return decision.by().kind().judges();
  }

  /**
   * The decision of a person that stands once this one is made: itself, or for one that takes
   * another back, what stood on that revision before the other.
   */
  static Optional<Decision> standing(CommentState state, Decision decision) {
    Optional<Decision> standing = Optional.of(decision);
    while (standing.isPresent() && standing.get().undoes() != null) {
      int undone = standing.get().undoes();
      standing =
          state.decisions().stream()
              .filter(earlier -> earlier.revision() == decision.revision())
              .filter(earlier -> earlier.number() < undone)
              .reduce((first, second) -> second);
    }
    return standing.filter(Verdicts::human);
  }

  /**
   * What it says. An import's approval says nothing: nobody may have looked.
   *
   * @param decision of a person, taking nothing back
   */
  static Map<Question, Boolean> labels(Decision decision) {
    boolean moderator = decision.by().kind() == By.Kind.MODERATOR;
    String reason = decision.reason();
    if (decision.outcome() == Status.APPROVED) {
      return moderator ? HONEST : Map.of();
    }
    return decision.outcome() == Status.REJECTED && reason != null
        ? BY_REASON.getOrDefault(reason, Map.of())
        : Map.of();
  }

  /** What it says that another site calls a comment of its own this: as a moderator's would. */
  static Map<Question, Boolean> labels(boolean spam) {
    return spam ? BY_REASON.getOrDefault("spam", Map.of()) : HONEST;
  }

  /** The text that it was about, if the state still has it. */
  static Optional<String> text(CommentState state, Decision decision) {
    return Stream.of(
            Optional.of(state.newest()),
            Optional.ofNullable(state.shown()),
            Optional.ofNullable(state.replaced()))
        .flatMap(Optional::stream)
        .filter(revision -> revision.number() == decision.revision())
        .map(Revision::text)
        .filter(text -> !text.isEmpty())
        .findFirst();
  }
}
