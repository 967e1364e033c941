package io.rejoinder.moderation.quality;

import io.rejoinder.events.comment.Status;
import io.rejoinder.moderation.quality.Case.Judged;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far two people agree who judged the same comment without knowing of each other. */
final class Agreement {

  static final long NEEDED = 30;

  private final Stratum pairs = new Stratum();
  private long rejections;

  void take(Case one) {
    Judged judged = one.judged();
    if (judged == null || judged.blind().size() < 2) {
      return;
    }
    List<Status> two = judged.blind().subList(0, 2);
    pairs.judge(1, two.get(0) != two.get(1));
    rejections += two.stream().filter(verdict -> verdict == Status.REJECTED).count();
  }

  /** The share of comments on which both said the same. */
  Estimate share() {
    return Estimate.wilson(pairs, false, NEEDED);
  }

  /**
   * The same beyond chance, 1 at most and 0 for none: Scott's pi, which is Fleiss' kappa of two, as
   * the two are not the same two each time. Null for too few, or where all said the same always.
   */
  @Nullable Double kappa() {
    if (pairs.judged() < NEEDED) {
      return null;
    }
    double rejected = rejections / (2.0 * pairs.judged());
    double byChance = rejected * rejected + (1 - rejected) * (1 - rejected);
    return byChance == 1 ? null : (1 - pairs.badShare() - byChance) / (1 - byChance);
  }
}
