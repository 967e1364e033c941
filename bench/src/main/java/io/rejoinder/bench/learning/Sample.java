package io.rejoinder.bench.learning;

import java.util.List;

/**
 * Comments of one kind, no two alike.
 *
 * @param name of the kind
 * @param before posted before anything is decided
 * @param after posted once the decisions are learned
 */
record Sample(String name, List<String> before, List<String> after) {

  Sample {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
