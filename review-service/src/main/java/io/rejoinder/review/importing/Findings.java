package io.rejoinder.review.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Findings as they are met: the first 1,000 whole, the others counted. One thread at a time. */
final class Findings {

  private static final int KEPT = 1_000;

  private final List<Finding> kept = new ArrayList<>();
  private int more;

  void skipped(int line, String what, String why) {
    add(new Finding(line, what, Finding.Kind.SKIPPED, why));
  }

  void changed(int line, String what, String why) {
    add(new Finding(line, what, Finding.Kind.CHANGED, why));
  }

  private void add(Finding finding) {
    if (kept.size() < KEPT) {
      kept.add(finding);
    } else {
      more++;
    }
  }

  /** In the order of the file. */
  List<Finding> kept() {
    return kept.stream().sorted(Comparator.comparingInt(Finding::line)).toList();
  }

  int more() {
    return more;
  }
}
