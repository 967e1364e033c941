package io.rejoinder.moderation.learning;

import io.rejoinder.events.comment.By;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much each example counts, so that nobody's decisions drown the others': of each label, a
 * moderator has a number of votes, and beyond them half as many as all other moderators together;
 * an import has fewer. Who gives more examples than votes has each count for less.
 */
final class Shares {

  /** Votes of a moderator who is alone, for each label. */
  static final int MODERATOR = 500;

  /** Votes of an import that no moderator's decisions stand beside, for each label. */
  static final int IMPORT = 100;

  private static final double OF_OTHERS = 0.5;

  private final Map<String, Integer> bySource = new HashMap<>();
  private int moderators;

  private Shares() {}

  /** The examples with their weights, in their order. */
  static List<Weighted> of(List<Taught> taught) {
    Shares positive = new Shares();
    Shares negative = new Shares();
    taught.forEach(one -> (one.positive() ? positive : negative).count(one));
    List<Weighted> weighted = new ArrayList<>(2 * taught.size());
    for (Taught one : taught) {
      double weight = (one.positive() ? positive : negative).weight(one);
      if (one.positive()) {
        weighted.add(new Weighted(true, one.prior(), one.vector(), weight));
      } else {
        Weighted.honest(one.prior(), one.vector(), weight).forEach(weighted::add);
      }
    }
    return weighted;
  }

  private void count(Taught one) {
    bySource.merge(one.source(), 1, Integer::sum);
    moderators += one.kind() == By.Kind.MODERATOR ? 1 : 0;
  }

  private double weight(Taught one) {
    int own = bySource.getOrDefault(one.source(), 0);
    boolean moderator = one.kind() == By.Kind.MODERATOR;
    int others = moderator ? moderators - own : moderators;
    double votes = Math.max(moderator ? MODERATOR : IMPORT, OF_OTHERS * others);
    return Math.min(1, votes / own);
  }
}
