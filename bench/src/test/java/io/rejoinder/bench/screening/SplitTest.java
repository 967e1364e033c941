package io.rejoinder.bench.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SplitTest {

  @Test
  void everyTextIsTestedOnceByWhatItIsNotIn() {
    List<Labelled> all = texts();

    List<Labelled> tested = new ArrayList<>();
    for (Split split : Split.folds(all, 5, 1)) {
      tested.addAll(split.tested());
      Set<String> training = new HashSet<>(split.training().stream().map(Labelled::text).toList());
      assertThat(split.tested()).noneMatch(one -> training.contains(one.text()));
      assertThat(split.tested().stream().filter(Labelled::positive).count()).isBetween(8L, 12L);
    }
    assertThat(tested).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void aFileIsLeftOutWhole() {
    List<Split> splits = Split.leaveOneOut(texts());

    assertThat(splits).hasSize(2);
    assertThat(splits.get(0).tested()).allMatch(one -> one.file().equals("kind-1"));
    assertThat(splits.get(0).training()).allMatch(one -> one.file().equals("kind-2"));
  }

  /** A hundred, each text twice, half of them positive. */
  private static List<Labelled> texts() {
    List<Labelled> texts = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      Labelled one = new Labelled(i < 25 ? "kind-1" : "kind-2", i % 2 == 0, false, "text " + i);
      texts.add(one);
      texts.add(one.with(one.text()));
    }
    return texts;
  }
}
