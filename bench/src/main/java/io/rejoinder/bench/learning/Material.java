package io.rejoinder.bench.learning;

import io.rejoinder.bench.screening.Labelled;
import io.rejoinder.bench.screening.LabelledFiles;
import io.rejoinder.bench.text.Remarks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All comments of a run, no two alike.
 *
 * @param samples what is screened before and after
 * @param rejected of the new kind, to be rejected as spam
 * @param approved honest ones, half of them near the new kind, to be approved
 * @param further of the new kind, to ask what is known by now
 */
record Material(
    List<Sample> samples, List<String> rejected, List<String> approved, List<String> further) {

  private static final long SEED = 1;
  private static final int FURTHER = 1_000;
  private static final String REMARKS = "remarks of readers";
  private static final int REMARK_LENGTH = 200;
  private static final int SHORT_REMARK_LENGTH = 120;

  /** Sets the remarks apart from those of other loads. */
  private static final long REMARKS_RUN = 78;

  private static final long NEAR_RUN = 79;

  /** The service takes no longer ones. */
  private static final int LONGEST = 5_000;

  /**
   * Draws them.
   *
   * @param next of each kind, before and again after
   * @param data a folder of labelled files, half of which is screened before and half after; or
   *     null
   */
  static Material of(int next, int decisions, int approvals, @Nullable Path data)
      throws IOException {
    Remarks remarks = new Remarks(REMARK_LENGTH, REMARKS_RUN);
    int near = approvals / 2;
    List<String> honest = withRemarks(SpokenKinds.HONEST.many(2 * next + near, SEED));
    List<String> fresh = SpokenKinds.PAPERS.many(2 * next + decisions + FURTHER, SEED);
    List<Sample> samples = new ArrayList<>();
    for (SpokenKinds kind : SpokenKinds.values()) {
      List<String> texts =
          switch (kind) {
            case PAPERS -> fresh;
            case HONEST -> honest;
            default -> kind.many(2 * next, SEED);
          };
      samples.add(sample(kind.title(), texts.subList(0, 2 * next)));
    }
    samples.add(sample(REMARKS, many(remarks, 2 * next)));
    if (data != null) {
      samples.addAll(labelled(data, next));
    }
    List<String> approved = new ArrayList<>(honest.subList(2 * next, 2 * next + near));
    approved.addAll(many(remarks, approvals - near));
    int taught = 2 * next + decisions;
    return new Material(
        samples,
        fresh.subList(2 * next, taught),
        approved,
        fresh.subList(taught, taught + FURTHER));
  }

  /** Honest people do not repeat each other: what they say is part of something longer. */
  private static List<String> withRemarks(List<String> texts) {
    Remarks remarks = new Remarks(SHORT_REMARK_LENGTH, NEAR_RUN);
    return texts.stream().map(text -> text + " " + remarks.text().strip()).toList();
  }

  /** As the service keeps them: without space at their ends. */
  private static List<String> many(Remarks remarks, int count) {
    return Stream.generate(remarks::text).map(String::strip).limit(count).toList();
  }

  private static Sample sample(String name, List<String> texts) {
    int half = texts.size() / 2;
    return new Sample(name, texts.subList(0, half), texts.subList(half, texts.size()));
  }

  private static List<Sample> labelled(Path data, int next) throws IOException {
    Map<String, List<String>> texts =
        LabelledFiles.in(data).stream()
            .filter(one -> !one.text().isBlank() && one.text().length() <= LONGEST)
            .collect(
                Collectors.groupingBy(
                    Material::named,
                    LinkedHashMap::new,
                    Collectors.mapping(Labelled::text, Collectors.toCollection(ArrayList::new))));
    List<Sample> samples = new ArrayList<>();
    texts.forEach(
        (name, all) -> {
          Collections.shuffle(all, new Random(SEED));
          samples.add(sample(name, all.subList(0, Math.min(all.size(), 2 * next))));
        });
    return samples;
  }

  private static String named(Labelled one) {
    String label = one.toxicity() ? "toxic" : "spam";
    return one.file() + ", " + (one.positive() ? label : "not " + label).toLowerCase(Locale.ROOT);
  }

  /** What a moderator knows: whether a text is to be rejected. */
  Map<String, Boolean> decisions() {
    Map<String, Boolean> decisions = new LinkedHashMap<>();
    rejected.forEach(text -> decisions.put(text, true));
    approved.forEach(text -> decisions.put(text, false));
    return decisions;
  }
}
