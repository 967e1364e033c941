package io.rejoinder.bench.screening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/**
 * What to train on and what to measure with. No text of a fold is in both; files may share texts.
 *
 * @param training all texts that may be trained on
 * @param tested texts to be screened
 */
record Split(List<Labelled> training, List<Labelled> tested) {

  /** Each file by the others. */
  static List<Split> leaveOneOut(List<Labelled> all) {
    List<Split> splits = new ArrayList<>();
    for (String file : new TreeSet<>(all.stream().map(Labelled::file).toList())) {
      splits.add(
          new Split(
              all.stream().filter(one -> !one.file().equals(file)).toList(),
              all.stream().filter(one -> one.file().equals(file)).toList()));
    }
    return splits;
  }

  /** So many folds, each label of each file spread evenly, equal texts in one fold. */
  static List<Split> folds(List<Labelled> all, int count, long seed) {
    Map<String, List<Labelled>> equal = new LinkedHashMap<>();
    for (Labelled one : all) {
      String text = one.text().strip().toLowerCase(Locale.ROOT);
      equal.computeIfAbsent(text, t -> new ArrayList<>()).add(one);
    }
    List<List<Labelled>> groups = new ArrayList<>(equal.values());
    Collections.shuffle(groups, new Random(seed));
    List<List<Labelled>> folds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      folds.add(new ArrayList<>());
    }
    Map<String, Integer> next = new LinkedHashMap<>();
    for (List<Labelled> group : groups) {
      Labelled first = group.get(0);
      int fold = next.merge(first.file() + first.positive(), 1, Integer::sum) % count;
      folds.get(fold).addAll(group);
    }
    List<Split> splits = new ArrayList<>();
    for (List<Labelled> fold : folds) {
      List<Labelled> others = new ArrayList<>();
      folds.stream().filter(other -> other != fold).forEach(others::addAll);
      splits.add(new Split(others, fold));
    }
    return splits;
  }
}
