package io.rejoinder.bench.screening;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a folder of CSV files (RFC 4180, UTF-8) with the columns {@code label} and {@code text}.
 * Other columns are not looked at: ids and dates would tell the label in some collections.
 */
public final class LabelledFiles {

  private static final Set<String> LABELS = Set.of("spam", "ham", "toxic");
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private LabelledFiles() {}

  /**
   * The texts of all CSV files of a folder, by file name.
   *
   * @throws IOException where the folder has none, a column is absent or a label unknown
   */
  public static List<Labelled> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(folder + ": no such folder");
    }
    List<Labelled> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
        all.addAll(named(file));
      }
    }
    if (all.isEmpty()) {
      throw new IOException(folder + ": no labelled text (expected: *.csv with label and text)");
    }
    return all;
  }

  /** What the reader says of a broken file does not name it. */
  private static List<Labelled> named(Path file) throws IOException {
    try {
      return of(file);
    } catch (CharacterCodingException e) {
      throw new IOException(file + ": not UTF-8", e);
    } catch (UncheckedIOException | IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static List<Labelled> of(Path file) throws IOException {
    String name = file.getFileName().toString().replace(".csv", "");
    List<CSVRecord> rows;
    try (Reader reader = Files.newBufferedReader(file, UTF_8);
        CSVParser parser = FORMAT.parse(reader)) {
      if (!parser.getHeaderNames().containsAll(List.of("label", "text"))) {
        throw new IOException(
            file + ": columns " + parser.getHeaderNames() + " (expected: label, text)");
      }
      rows = parser.getRecords();
    }
    boolean toxicity = rows.stream().anyMatch(row -> row.get("label").equals("toxic"));
    List<Labelled> texts = new ArrayList<>(rows.size());
    for (CSVRecord row : rows) {
      String label = row.get("label");
      if (!LABELS.contains(label)) {
        throw new IOException(
            "%s, record %d: label “%s” (expected: spam, toxic or ham)"
                .formatted(file, row.getRecordNumber(), label));
      }
      String text = row.get("text").replace(BYTE_ORDER_MARK, "");
      texts.add(new Labelled(name, !label.equals("ham"), toxicity, text));
    }
    return texts;
  }
}
