package io.rejoinder.bench.report;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

/** A run as a page to read. */
public final class Report {

  private final Results results;
  private final StringBuilder page = new StringBuilder();

  private Report(Results results) {
    this.results = results;
  }

  /**
   * Writes the page.
   *
   * @param reasons a file of why targets are missed, by their ids, as found out by looking; read
   *     where there is one
   */
  public static String of(Results results, Path reasons) throws IOException {
    Properties properties = new Properties();
    if (Files.isReadable(reasons)) {
      try (Reader reader = Files.newBufferedReader(reasons)) {
        properties.load(reader);
      }
    }
    Report report = new Report(results);
    report.addHead();
    Verdicts.add(results, properties, report::line);
    report.addPosting();
    report.addReading();
    report.addStart();
    return report.page.toString();
  }

  private void addHead() {
    Machine machine = results.machine();
    line("# Results");
    line("");
    line(
        "Written by `bench/run` on %s%s. What is measured and how: [README](README.md). Load,"
            + " platform and ceilings share the same cores, so the ratios say more than the rates.",
        results.date(), results.full() ? "" : " (**short phases: for trying only**)");
    line("");
    line(
        "Machine: %d cores (%s), %.0f GB, %s. JDK: %s, `%s`. Store: %s.",
        machine.cores(),
        machine.processor(),
        machine.memoryGb(),
        machine.system(),
        machine.jdk(),
        String.join(" ", machine.flags()),
        results.store());
    line("");
  }

  private void addPosting() {
    line("## POST");
    line("");
    line(
        "%d s at full speed to %d reviews by turns, screens on, rate limits off, every text, author"
            + " and key another.",
        results.loadSeconds(), results.reviews());
    line("");
    line("| | rate | p50 | p99 | worst | others | generator's share of the cores |");
    line("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (Posting at : results.posting()) {
      String connections = " at " + at.post().connections();
      addFigure("platform, 202" + connections, at.post());
      addFigure("netty with ack" + connections, at.ceilings().acked());
      addFigure("bare netty" + connections, at.ceilings().bare());
      addFigure("nothing" + connections, at.ceilings().nothing());
    }
    line("");
    for (Posting at : results.posting()) {
      addSettling(at);
    }
    line("");
  }

  private void addSettling(Posting at) {
    line(
        "- At %d connections %,d were accepted and %,d could be read, the last one %.1f s after the"
            + " last 202: **sustained %,.0f comments/s**. %,d ids of one thread looked up one by one:"
            + " %d missing or double%s. The platform took %.0f %% of the cores meanwhile.",
        at.post().connections(),
        at.post().answers(),
        at.readable(),
        at.settleSeconds(),
        at.sustained(),
        at.checkedOneByOne(),
        at.missing(),
        at.isWhole() ? "" : " (**accepted and readable differ**)",
        at.platformShare() * 100);
  }

  private void addFigure(String name, Figure figure) {
    line(
        "| %s | %,.0f/s | %.2f ms | %.2f ms | %.0f ms | %d | %.0f %% |",
        name,
        figure.rate(),
        figure.p50(),
        figure.p99(),
        figure.worst(),
        figure.unwanted(),
        figure.generatorShare() * 100);
  }

  private void addReading() {
    Live live = results.live();
    line("## GET and stream");
    line("");
    line("| | rate | p50 | p99 | worst | others | generator's share of the cores |");
    line("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    addPage(results.page());
    results.otherPages().forEach(this::addPage);
    line("");
    line(
        "%.0f POSTs a second to one thread, %,d in all; from the moment that a POST was due:",
        live.rate(), live.accepted());
    line("");
    line("| | p50 | p99 | worst |");
    line("| --- | ---: | ---: | ---: |");
    line(
        "| to the event on another reader's stream | %.1f ms | %.1f ms | %.0f ms |",
        live.toEvent().p50(), live.toEvent().p99(), live.toEvent().worst());
    line(
        "| to the 202 | %.1f ms | %.1f ms | %.0f ms |",
        live.toAnswer().p50(), live.toAnswer().p99(), live.toAnswer().worst());
    line("");
  }

  private void addPage(Page page) {
    String what =
        String.format(
            Locale.ROOT,
            "%d comments, %s, %,d bytes, at %d: ",
            page.comments(),
            page.form(),
            page.bytes(),
            page.get().connections());
    addFigure(what + "platform", page.get());
    addFigure("bare netty, same bytes", page.bare());
    addFigure("nothing, same bytes", page.nothing());
  }

  private void addStart() {
    Start start = results.start();
    Memory memory = results.memory();
    line("## Start and memory");
    line("");
    line(
        "- `java` to all ready on an empty data folder: %s s.",
        String.join(", ", start.emptySeconds().stream().map(s -> "%.1f".formatted(s)).toList()));
    line(
        "- Started again on the log of the load: all %,d comments readable after %.1f s, that is"
            + " %.2f s for each 10,000.",
        start.refilled(), start.refillSeconds(), start.refillPer10000());
    line(
        "- Resident: %.0f MB before the load, %.0f MB after it with %,d comments, %.0f MB at most.",
        memory.restMb(), memory.afterMb(), memory.comments(), memory.peakMb());
  }

  private void line(String format, Object... values) {
    page.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
