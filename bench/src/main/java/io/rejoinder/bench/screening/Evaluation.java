package io.rejoinder.bench.screening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Screens every split's texts by models that were trained without them: one of the files of the
 * same kind ({@code own}) and, where the texts are about spam, one of all of those ({@code
 * pooled}).
 */
final class Evaluation {

  /** A model of the files of the same kind and label set. */
  static final String OWN = "own";

  /** One model of all spam files. */
  static final String POOLED = "pooled";

  private final Model.Training training;
  private final boolean disguise;
  private final Map<Key, List<Scored>> plain = new TreeMap<>();
  private final Map<Key, Map<String, List<Scored>>> disguised = new TreeMap<>();

  private Evaluation(Model.Training training, boolean disguise) {
    this.training = training;
    this.disguise = disguise;
  }

  /** Trains and screens; tells each step. */
  static Evaluation of(
      List<Split> splits, Model.Training training, boolean disguise, Runnable step) {
    Evaluation evaluation = new Evaluation(training, disguise);
    for (Split split : splits) {
      evaluation.add(split);
      step.run();
    }
    return evaluation;
  }

  /** By file and model, the texts that were screened. */
  Map<Key, List<Scored>> plain() {
    return plain;
  }

  /** By file and model and disguise or oddity, the texts that were screened. */
  Map<Key, Map<String, List<Scored>>> disguised() {
    return disguised;
  }

  /** The texts of all files that were screened by this kind of model. */
  List<Scored> all(String model) {
    List<Scored> all = new ArrayList<>();
    plain.forEach(
        (key, scored) -> {
          if (key.model().equals(model)) {
            all.addAll(scored);
          }
        });
    return all;
  }

  private void add(Split split) {
    Map<String, List<Labelled>> files = new TreeMap<>();
    split
        .tested()
        .forEach(one -> files.computeIfAbsent(one.file(), f -> new ArrayList<>()).add(one));
    Map<List<Labelled>, Model> trained = new LinkedHashMap<>();
    files.forEach(
        (file, tested) -> {
          Labelled first = tested.get(0);
          List<Labelled> spam =
              split.training().stream().filter(one -> one.toxicity() == first.toxicity()).toList();
          List<Labelled> own =
              spam.stream().filter(one -> one.kind().equals(first.kind())).toList();
          if (holdsBoth(own)) {
            screen(new Key(file, OWN), tested, trained.computeIfAbsent(own, training::of));
          }
          if (holdsBoth(spam) && !first.toxicity()) {
            screen(new Key(file, POOLED), tested, trained.computeIfAbsent(spam, training::of));
          }
        });
  }

  private static boolean holdsBoth(List<Labelled> texts) {
    return texts.stream().anyMatch(Labelled::positive)
        && texts.stream().anyMatch(one -> !one.positive());
  }

  private void screen(Key key, List<Labelled> tested, Model model) {
    plain.computeIfAbsent(key, k -> new ArrayList<>()).addAll(model.score(tested));
    if (disguise) {
      Map<String, List<Scored>> under = disguised.computeIfAbsent(key, k -> new LinkedHashMap<>());
      for (Disguise one : Disguise.values()) {
        under
            .computeIfAbsent(one.label(), l -> new ArrayList<>())
            .addAll(model.score(rewritten(tested, true, one::of)));
      }
      for (Oddity one : Oddity.values()) {
        under
            .computeIfAbsent(one.label(), l -> new ArrayList<>())
            .addAll(model.score(rewritten(tested, false, one::of)));
      }
    }
  }

  private static List<Labelled> rewritten(
      List<Labelled> texts, boolean positive, UnaryOperator<String> write) {
    return texts.stream()
        .filter(one -> one.positive() == positive)
        .map(one -> one.with(write.apply(one.text())))
        .toList();
  }

  /**
   * What was screened by what.
   *
   * @param file the tested file's name
   * @param model {@link #OWN} or {@link #POOLED}
   */
  record Key(String file, String model) implements Comparable<Key> {

    @Override
    public int compareTo(Key other) {
      int byFile = file.compareTo(other.file);
      return byFile == 0 ? model.compareTo(other.model) : byFile;
    }
  }
}
