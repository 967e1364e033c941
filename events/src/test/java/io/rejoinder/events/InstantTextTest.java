package io.rejoinder.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class InstantTextTest {

  @Test
  void readsAndWritesAsInstantsDo() {
    Random random = new Random(5);
    long[] units = {1_000_000_000, 1_000_000, 1_000, 1};
    for (int round = 0; round < 10_000; round++) {
      long unit = units[random.nextInt(units.length)];
      Instant instant =
          Instant.ofEpochSecond(
              random.nextLong(-60_000_000_000L, 250_000_000_000L),
              random.nextLong(1_000_000_000) / unit * unit);

      assertThat(InstantText.read(instant.toString())).isEqualTo(instant);
      assertThat(InstantText.write(instant)).isEqualTo(instant.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-28T23:59:59Z", "2024-02-29T00:00:00.5Z", "0000-01-01T00:00:00Z"})
  void readsTheSameAsInstants(String text) {
    assertThat(InstantText.read(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-31T24:00:00Z",
        "2026-01-31T23:59:60Z",
        "2026-01-31T23:59:59+01:00",
        "+12026-01-31T23:59:59Z",
        "2026-01-31T23:59:59.Z",
        "2026-02-30T00:00:00Z",
        "2026-01-31T23:59:59.1234567891Z",
        "2026-01-31T23:59:59.12x4Z",
        "2026-01-31 23:59:59Z",
        "2026-01-31T23:59Z",
        "2026-01-31",
        "Z",
        ""
      })
  void leavesAllElseToTheLibrary(String text) {
    assertThat(InstantText.read(text)).isNull();
  }

  @Test
  void otherFormsAreReadByTheLibraryAndNonsenseIsRefused() {
    assertThat(EventCodec.json().readValue("\"2026-01-31T23:59:59+01:00\"", Instant.class))
        .isEqualTo(Instant.parse("2026-01-31T22:59:59Z"));
    assertThatThrownBy(() -> EventCodec.json().readValue("\"yesterday\"", Instant.class))
        .isInstanceOf(JacksonException.class);
  }

  @Test
  void writesYearsOfMoreDigitsAsInstantsDo() {
    for (Instant instant : List.of(Instant.MIN, Instant.MAX, Instant.EPOCH)) {
      assertThat(InstantText.write(instant)).isEqualTo(instant.toString());
    }
  }

  @Test
  void isWrittenAsText() {
    Instant instant = Instant.parse("2026-01-31T23:59:59.120Z");

    assertThat(EventCodec.json().writeValueAsString(instant))
        .isEqualTo("\"2026-01-31T23:59:59.120Z\"");
  }
}
