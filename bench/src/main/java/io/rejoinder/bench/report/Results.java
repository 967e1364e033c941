package io.rejoinder.bench.report;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run of everything.
 *
 * @param date the day, ISO 8601
 * @param full whether the phases had their full length
 * @param loadSeconds of each measured load at full speed
 * @param reviews that the POSTs were spread over
 * @param store as the platform describes it
 * @param page the thread as JSON, sent whole
 * @param otherPages the same as HTML, and both where the reader has them already
 */
public record Results(
    String date,
    boolean full,
    long loadSeconds,
    int reviews,
    String store,
    Machine machine,
    List<Posting> posting,
    Page page,
    List<Page> otherPages,
    Live live,
    Start start,
    Memory memory) {

  public Results {
    posting = List.copyOf(posting);
    otherPages = List.copyOf(otherPages);
  }

  /** The POSTs at so many connections. */
  Posting postingAt(int connections) {
    return posting.stream()
        .filter(at -> at.post().connections() == connections)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("connections: " + connections + " not measured"));
  }

  /** Writes everything, with the targets, as JSON. */
  public void writeJson(Path file) {
    JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValue(file, new Written(this, Ratio.of(this), Target.of(this)));
  }

  /** The document of {@code --json}. */
  private record Written(Results results, List<Ratio> ratios, List<Target> targets) {}
}
