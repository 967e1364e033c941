package io.rejoinder.moderation.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What links weigh, in nats, and what is said of them.
 *
 * <p>In the labelled collections the log of the likelihood ratio is 2.8 to 3.9 for one link (1.5
 * where few had any), 1.6 for one that is spelled out, and 1.0 to 6.6 for a telephone number. The
 * weights are a quarter of that or so: people who talk of films link more than those of the
 * collections, and the model's probability knows the links as well.
 */
final class LinkWeights {

  /** By their number; each more than those adds the last. */
  private static final double[] BY_COUNT = {0, 0.7, 1.2, 2.0};

  private static final double EACH_MORE = 0.2;
  private static final double MOST_BY_COUNT = 3.0;
  private static final double HIDDEN = 2.0;
  private static final double SHORTENED = 0.8;
  private static final double SPELLED = 0.8;
  private static final double PHONE = 0.5;

  /**
   * Decisions that stand for what is not known of a domain: as if two comments with it had been
   * approved and two rejected.
   */
  private static final double UNKNOWN = 2;

  private static final double WORST = 2.5;

  /**
   * A domain of good repute takes back what its link weighs, and no more: spam links there, too.
   */
  private static final double BEST = -0.7;

  private final Linked linked;
  private final int phones;
  private final double reputation;
  private final String worst;

  /** With the number of telephone numbers, and the standings of domains as they were drawn. */
  LinkWeights(Linked linked, int phones, String standings) {
    this.linked = linked;
    this.phones = phones;
    double most = Double.NEGATIVE_INFINITY;
    String domain = "";
    for (String standing : standings.isEmpty() ? new String[0] : standings.split(",")) {
      double weight = weight(standing);
      if (weight > most) {
        most = weight;
        domain = standing.substring(0, Math.max(0, standing.lastIndexOf(':')));
      }
    }
    this.reputation = linked.links().isEmpty() || domain.isEmpty() ? 0 : most;
    this.worst = domain;
  }

  /** The log of the odds of a rejection, of "domain:approved/rejected". */
  private static double weight(String standing) {
    int colon = standing.lastIndexOf(':');
    int slash = standing.lastIndexOf('/');
    try {
      double approved = Integer.parseInt(standing.substring(colon + 1, slash));
      double rejected = Integer.parseInt(standing.substring(slash + 1));
      double odds = Math.log((rejected + UNKNOWN) / (approved + UNKNOWN));
      return Math.max(BEST, Math.min(WORST, odds));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      return 0;
    }
  }

  double sum() {
    int count = linked.links().size();
    double byCount =
        count < BY_COUNT.length
            ? BY_COUNT[count]
            : Math.min(
                MOST_BY_COUNT,
                BY_COUNT[BY_COUNT.length - 1] + EACH_MORE * (count - BY_COUNT.length + 1));
    return byCount
        + (linked.hiding().isEmpty() ? 0 : HIDDEN)
        + (linked.shortened() > 0 ? SHORTENED : 0)
        + (linked.spelled() > 0 ? SPELLED : 0)
        + (phones > 0 ? PHONE : 0)
        + reputation;
  }

  String sentence() {
    int count = linked.links().size();
    List<String> parts = new ArrayList<>();
    parts.add(count == 0 ? "no links" : count == 1 ? "1 link" : count + " links");
    if (linked.trusted() > 0) {
      parts.add(linked.trusted() + " more to trusted domains");
    }
    if (count > 1 && linked.domains().size() == 1) {
      parts.add("all to " + linked.domains().get(0));
    }
    if (linked.blocked() != null) {
      parts.add("the domain " + linked.blocked() + " is blocked");
    }
    said(parts, linked.hiding().size(), "to another place than it shows");
    said(parts, linked.shortened(), "shortened");
    said(parts, linked.spelled(), "written so that only people see it");
    said(parts, phones, phones == 1 ? "telephone number" : "telephone numbers");
    if (reputation > 0) {
      parts.add(
          String.format(Locale.ROOT, "comments with links to %s were rejected before", worst));
    }
    return String.join(", ", parts);
  }

  private static void said(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }
}
