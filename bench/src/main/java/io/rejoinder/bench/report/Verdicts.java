package io.rejoinder.bench.report;

import java.util.Properties;

/** The part of the page that says what was to be reached and what counts. */
final class Verdicts {

  private final Results results;
  private final Properties reasons;
  private final Lines lines;

  /** Takes the lines of a page. */
  @FunctionalInterface
  interface Lines {
    void line(String format, Object... values);
  }

  private Verdicts(Results results, Properties reasons, Lines lines) {
    this.results = results;
    this.reasons = reasons;
    this.lines = lines;
  }

  static void add(Results results, Properties reasons, Lines lines) {
    Verdicts verdicts = new Verdicts(results, reasons, lines);
    verdicts.addTargets();
    verdicts.addRatios();
  }

  private void addTargets() {
    lines.line("## Targets");
    lines.line("");
    lines.line("| | to reach | measured | |");
    lines.line("| --- | ---: | ---: | --- |");
    Target.of(results).forEach(this::addTarget);
    lines.line("");
  }

  private void addTarget(Target target) {
    String verdict =
        target.met()
            ? "reached"
            : "missed by %.0f %%: %s".formatted(target.missedBy() * 100, reason(target));
    lines.line(
        "| %s | %s %,.0f %s | %,.1f %s | %s%s |",
        target.name(),
        target.atLeast() ? "≥" : "≤",
        target.bound(),
        target.unit(),
        target.measured(),
        target.unit(),
        verdict,
        target.counts() ? "" : "; **does not count**, see below");
  }

  private String reason(Target target) {
    return reasons.getProperty(target.id(), "why is not known yet");
  }

  private void addRatios() {
    lines.line("## Ratios");
    lines.line("");
    lines.line(
        "A ratio counts only if the generator alone, against a server that does nothing, reaches at"
            + " least twice the higher of both rates.");
    lines.line("");
    lines.line("| | rate | ceiling | ratio | generator alone | counts |");
    lines.line("| --- | ---: | ---: | ---: | ---: | --- |");
    for (Ratio ratio : Ratio.of(results)) {
      lines.line(
          "| %s | %,.0f/s | %,.0f/s | **%.0f %%** | %,.0f/s, %.1f × | %s |",
          ratio.name(),
          ratio.rate(),
          ratio.ceiling(),
          ratio.value() * 100,
          ratio.nothing(),
          ratio.headroom(),
          ratio.counts() ? "yes" : "**no**");
    }
    lines.line("");
  }
}
