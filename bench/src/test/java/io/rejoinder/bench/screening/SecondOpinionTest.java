package io.rejoinder.bench.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SecondOpinionTest {

  /** Says nothing of a text, and that with certainty as to none. */
  private static final Model.Training IGNORANT = texts -> text -> 0.5;

  @Test
  void whatOnlyTheEmbeddingKnowsIsFound() {
    Model model = SecondOpinion.training(IGNORANT, SecondOpinionTest::meant).of(texts("film", 60));

    assertThat(model.probability("bad 901")).isGreaterThan(0.9);
    assertThat(model.probability("good 902")).isLessThan(0.1);
  }

  @Test
  void anEmbeddingThatKnowsNothingChangesLittle() {
    Embedding noise = text -> noise(text.hashCode());
    Model.Training sure = texts -> text -> text.startsWith("bad") ? 0.9 : 0.1;
    Model model = SecondOpinion.training(sure, noise).of(texts("film", 60));

    for (int i = 900; i < 950; i++) {
      assertThat(model.probability("bad " + i)).isGreaterThan(0.8);
      assertThat(model.probability("good " + i)).isLessThan(0.2);
    }
  }

  @Test
  void withSeveralFilesWholeOnesAreSetAside() {
    List<Labelled> texts = new ArrayList<>(texts("kind-1", 20));
    texts.addAll(texts("kind-2", 20));
    List<List<String>> trainedOn = new ArrayList<>();
    Model.Training first =
        some -> {
          trainedOn.add(some.stream().map(Labelled::file).distinct().sorted().toList());
          return text -> 0.5;
        };

    SecondOpinion.training(first, SecondOpinionTest::meant).of(texts);

    assertThat(trainedOn)
        .containsExactly(List.of("kind-2"), List.of("kind-1"), List.of("kind-1", "kind-2"));
  }

  @Test
  void eachTextIsReadOnce() {
    AtomicInteger read = new AtomicInteger();
    Embedding embedding =
        Embedding.remembered(
            text -> {
              read.incrementAndGet();
              return meant(text);
            });

    SecondOpinion.training(IGNORANT, embedding).of(texts("film", 20));

    assertThat(read).hasValue(20);
  }

  private static float[] meant(String text) {
    return text.startsWith("bad") ? new float[] {1, 0.2f} : new float[] {0.2f, 1};
  }

  private static float[] noise(int seed) {
    Random random = new Random(seed);
    return new float[] {random.nextFloat(), random.nextFloat()};
  }

  private static List<Labelled> texts(String file, int count) {
    List<Labelled> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean bad = i % 2 == 0;
      texts.add(new Labelled(file, bad, true, (bad ? "bad " : "good ") + i));
    }
    return texts;
  }
}
