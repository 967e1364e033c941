package io.rejoinder.moderation.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PackedTest {

  @Test
  void keepsPlacesAndNearlyTheValues() {
    int[] places = {0, 77, Correction.DIMENSIONS - 1};
    float[] values = {0.031f, -1.5f, 2};
    int[] packed = Packed.read(Packed.write(Packed.of(new Prior.Reading(places, values, 0))));

    assertThat(Arrays.stream(packed).map(Packed::place)).containsExactly(0, 77, places[2]);
    for (int i = 0; i < values.length; i++) {
      assertThat((double) Packed.value(packed[i])).isCloseTo(values[i], withinPercentage(4.5));
    }
  }

  @Test
  void keepsTheLargestValuesOfManyInTheOrderOfTheirPlaces() {
    int[] places = IntStream.range(0, 2 * Packed.MOST).toArray();
    float[] values = new float[places.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 2 == 0 ? 0.1f : 1;
    }
    int[] packed = Packed.of(new Prior.Reading(places, values, 0));

    assertThat(Arrays.stream(packed).map(Packed::place))
        .containsExactlyElementsOf(
            IntStream.range(0, Packed.MOST).mapToObj(i -> 2 * i + 1).toList());
  }

  @Test
  void refusesPlacesThatThereAreNot() {
    String written = Packed.write(new int[] {Correction.DIMENSIONS << 8});
    assertThatIllegalArgumentException().isThrownBy(() -> Packed.read(written));
  }
}
