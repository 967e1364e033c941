package io.rejoinder.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rejoinder.bench.load.Quantiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void aRatioCountsOnlyWithAGeneratorTwiceAsQuickAsBothRates() {
    assertThat(new Ratio("", 40, 100, 200).counts()).isTrue();
    assertThat(new Ratio("", 40, 100, 199).counts()).isFalse();
    assertThat(new Ratio("", 120, 100, 200).counts()).isFalse();
    assertThat(new Ratio("", 40, 100, 200).value()).isEqualTo(0.4);
  }

  @Test
  void aMissedTargetTellsByHowMuchAndWhy() throws Exception {
    Path reasons = folder.resolve("reasons.properties");
    Files.writeString(reasons, "posting=seen to wait for the lock\n");
    String report = Report.of(results(), reasons);
    assertThat(report)
        .contains("| ≥ 40 % | 30.0 % | missed by 25 %: seen to wait for the lock |")
        .contains("| ≤ 100 ms | 80.0 ms | reached |")
        .contains("missed by 8 %: why is not known yet");
  }

  @Test
  void aRatioThatDoesNotCountIsMarked() throws Exception {
    String report = Report.of(results(), folder.resolve("none"));
    assertThat(report).contains("1.5 × | **no** |").contains("reached; **does not count**");
  }

  @Test
  void refillIsWhatTheCommentsAddToAnEmptyStart() {
    assertThat(new Start(List.of(9.0, 8.0, 30.0), 20_000, 13).refillPer10000())
        .isCloseTo(2.0, within(1e-9));
    assertThat(new Start(List.of(9.0), 0, 9).refillPer10000()).isZero();
  }

  @Test
  void theJsonHoldsTheFiguresAndWhatFollowsFromThem() {
    Path file = folder.resolve("results.json");
    results().writeJson(file);
    JsonNode json = JsonMapper.shared().readTree(file);
    assertThat(json.at("/results/posting/0/post/rate").asDouble()).isEqualTo(3000);
    assertThat(json.at("/targets/0/met").asBoolean(true)).isFalse();
    assertThat(json.at("/ratios/0/value").asDouble()).isEqualTo(0.3);
    assertThat(json.at("/ratios/0/counts").asBoolean()).isTrue();
  }

  private static Results results() {
    Ceilings ceilings = new Ceilings(figure(32, 90_000), figure(32, 40_000), figure(32, 10_000));
    Posting posting = new Posting(figure(32, 3_000), ceilings, 45_000, 5, 2_250, 100, 0, 0.7);
    Page page =
        new Page("JSON", 200, 90_000, figure(32, 600), figure(32, 1_500), figure(32, 1_000));
    Live live =
        new Live(100, 3_000, 0, new Quantiles(3_000, 3, 9, 12), new Quantiles(3_000, 9, 80, 95));
    return new Results(
        "2026-11-22",
        true,
        15,
        20,
        "in memory",
        new Machine(2, "a processor", 8, "Linux", "17", List.of("-Xmx1g")),
        List.of(posting),
        page,
        List.of(
            new Page("HTML", 200, 80_000, figure(32, 500), figure(32, 4_000), figure(32, 1_000))),
        live,
        new Start(List.of(13.0), 45_000, 20),
        new Memory(500, 700, 720, 45_000));
  }

  private static Figure figure(int connections, double rate) {
    return new Figure(connections, rate, 1, 2, 3, Math.round(rate * 15), 0, 0.2);
  }
}
