package io.rejoinder.moderation.learning;

import io.rejoinder.events.learning.Lesson;
import io.rejoinder.events.learning.Question;
import io.rejoinder.events.learning.TrainingExample;

/**
 * What the ledger remembers of an example.
 *
 * @param number the example's
 * @param revision of its comment
 * @param decision of its comment
 * @param teaches whether it has a lesson
 * @param spam whether that is that the comment is spam
 * @param outdated whether another model calls for vectors of its own
 */
record Written(
    long number, int revision, int decision, boolean teaches, boolean spam, boolean outdated) {

  static Written of(TrainingExample example, boolean outdated) {
    return new Written(
        example.number(),
        example.revision(),
        example.decision(),
        !example.lessons().isEmpty(),
        example.lessons().stream().anyMatch(Written::isSpam),
        outdated);
  }

  private static boolean isSpam(Lesson lesson) {
    return lesson.question() == Question.SPAM && lesson.positive();
  }
}
