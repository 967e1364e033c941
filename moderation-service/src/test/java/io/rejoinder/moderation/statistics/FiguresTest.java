package io.rejoinder.moderation.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.moderation.index.Survey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

  private static final Instant NOW = Instant.parse("2026-11-23T20:30:00Z");
  private static final long HOUR = 3_600_000;

  private static Figures figures(Map<String, Long> domains, long... waiting) {
    Survey.Period period = Span.DAY.until(NOW);
    List<Survey.Counts> counts =
        List.of(new Survey.Counts(period.from(), 3, 2, 1), new Survey.Counts(NOW, 1, 0, 4));
    Survey survey =
        new Survey(
            counts,
            Map.of("screening", 9L),
            new Survey.Waited(2, 60L, 120L),
            Map.of("spam", 5L),
            domains,
            Map.of());
    return Figures.of(Span.DAY, period, survey, waiting, NOW);
  }

  @Test
  void periodEndsWithThePartThatIsNow() {
    Survey.Period day = Span.DAY.until(NOW);
    assertThat(day.from()).isEqualTo(Instant.parse("2026-11-22T21:00:00Z"));
    assertThat(day.to()).isEqualTo(Instant.parse("2026-11-23T21:00:00Z"));
    assertThat(Span.MONTH.until(NOW).to()).isEqualTo(Instant.parse("2026-11-24T00:00:00Z"));
    assertThat(Span.WEEK.until(NOW).from()).isEqualTo(Instant.parse("2026-11-17T00:00:00Z"));
  }

  @Test
  void sumsAndBacklogAreThoseOfTheParts() {
    long now = NOW.toEpochMilli();
    Figures figures =
        figures(Map.of(), now - 80 * HOUR, now - 5 * HOUR, now - HOUR, now - HOUR + 1, now);
    assertThat(List.of(figures.approved(), figures.held(), figures.rejected()))
        .containsExactly(4L, 2L, 5L);
    assertThat(figures.backlog().count()).isEqualTo(5);
    assertThat(figures.backlog().oldest()).isEqualTo(80 * HOUR / 1_000);
    assertThat(figures.backlog().ages())
        .extracting(Figures.Age::count)
        .containsExactly(2L, 2L, 0L, 0L, 1L);
    assertThat(figures(Map.of()).backlog().oldest()).isNull();
  }

  @Test
  void mostFrequentComeFirstAndNoMoreThanTen() {
    Map<String, Long> all =
        IntStream.range(0, 20).boxed().collect(Collectors.toMap(i -> "d" + i, i -> (long) (i / 2)));
    assertThat(Figures.Top.of(all))
        .hasSize(10)
        .startsWith(
            new Figures.Top("d18", 9), new Figures.Top("d19", 9), new Figures.Top("d16", 8));
  }

  @Test
  void tableIsSafeInASpreadsheet() {
    String csv = Csv.of(figures(Map.of("=cmd()", 3L, "a,\"b\"", 2L), 0));
    assertThat(csv.lines())
        .contains(
            "what,name,approved-or-value,held,rejected",
            "part,2026-11-22T21:00:00Z,3,2,1",
            "decision-time,p90-seconds,120,,",
            "decider,screening,9,,",
            "reason,spam,5,,",
            "domain,'=cmd(),3,,",
            "domain,\"a,\"\"b\"\"\",2,,");
    assertThat(csv).endsWith("\r\n");
  }
}
