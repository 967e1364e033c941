package io.rejoinder.review.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports of uploaded files, one at a time, in a thread of their own. Status is kept in memory for
 * the newest 20, by the instance that took the file. Threadsafe.
 */
public final class ImportBatches implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ImportBatches.class);
  private static final int KEPT = 20;

  private final WordPressImport importer;
  private final Path folder;
  private final String prefix;
  private final Clock clock;
  private final Map<String, ImportBatch> batches = new LinkedHashMap<>();

  ImportBatches(WordPressImport importer, ImportProperties properties, Clock clock) {
    this.importer = importer;
    this.folder = properties.folder();
    this.prefix = "upload-" + properties.instance() + "-";
    this.clock = clock;
  }

  /** Removes what a crash left: uploads hold personal data. */
  void start() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (String.valueOf(file.getFileName()).startsWith(prefix)) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      LOG.warn("{} could not be cleaned: {}", folder, e.toString());
    }
  }

  /** A file to put an upload into, which its owner alone can read. Blocks. */
  public Path newFile() {
    try {
      Files.createDirectories(folder);
      return Files.createTempFile(
          folder,
          prefix,
          ".xml",
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (IOException e) {
      throw new UncheckedIOException("no upload can be kept in " + folder, e);
    }
  }

  /** Removes a file of {@link #newFile}. Blocks. */
  public static void discard(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} could not be removed: {}", file, e.toString());
    }
  }

  /**
   * Begins an import; the file is removed when it ends.
   *
   * @param name the file's name as the sender gave it, to show
   * @return empty while another import runs
   */
  public synchronized Optional<ImportBatch> begin(Path file, String name) {
    if (running().isPresent()) {
      return Optional.empty();
    }
    String id = UUID.randomUUID().toString();
    ImportBatch batch = new ImportBatch(id, PlainText.of(name, 80), clock.instant());
    batches.put(id, batch);
    batches.keySet().stream()
        .limit(Math.max(0, batches.size() - KEPT))
        .toList()
        .forEach(batches::remove);
    batch.begin(importer, file);
    return Optional.of(batch);
  }

  /** The import that runs. */
  public synchronized Optional<ImportBatch> running() {
    return batches.values().stream().filter(batch -> !batch.ended()).findFirst();
  }

  /** An import by its id. */
  public synchronized Optional<ImportBatch> byId(String id) {
    return Optional.ofNullable(batches.get(id));
  }

  /** The imports that are known, newest first. */
  public synchronized List<ImportBatch> all() {
    List<ImportBatch> all = new java.util.ArrayList<>(batches.values());
    java.util.Collections.reverse(all);
    return all;
  }

  /** Stops what runs, and waits for it, 10 s at most. */
  @Override
  public void close() {
    running().ifPresent(ImportBatch::stopAndWait);
  }
}
