package io.rejoinder.review.importing;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One import of an uploaded file: how far it is, and what became of it. Threadsafe. */
public final class ImportBatch {

  private static final Logger LOG = LoggerFactory.getLogger(ImportBatch.class);

  private final String id;
  private final String name;
  private final Instant begunAt;
  private volatile @Nullable Thread thread;
  private volatile boolean stopping;
  private volatile boolean ended;
  private volatile @Nullable Progress progress;
  private volatile @Nullable ImportReport report;
  private volatile @Nullable String refused;

  ImportBatch(String id, String name, Instant begunAt) {
    this.id = id;
    this.name = name;
    this.begunAt = begunAt;
  }

  void begin(WordPressImport importer, Path file) {
    Thread running = new Thread(() -> run(importer, file), "import-" + id);
    running.setDaemon(true);
    thread = running;
    running.start();
  }

  private void run(WordPressImport importer, Path file) {
    try {
      report = importer.run(file, now -> progress = now, () -> stopping);
    } catch (RefusedFile e) {
      refused = e.getMessage();
    } catch (RuntimeException e) {
      LOG.error("import {} failed", id, e);
      refused = "the import failed; importing the file again is safe";
    } finally {
      ImportBatches.discard(file);
      ended = true;
    }
  }

  /** Its id. */
  public String id() {
    return id;
  }

  /** The file's name. */
  public String name() {
    return name;
  }

  /** When it began. */
  public Instant begunAt() {
    return begunAt;
  }

  /** Whether it is over. */
  public boolean ended() {
    return ended;
  }

  /** Whether it was told to stop. */
  public boolean stopping() {
    return stopping;
  }

  /** How far it is; null before it is known. */
  public @Nullable Progress progress() {
    return progress;
  }

  /** What became of the file; null while it runs and where the file was refused. */
  public @Nullable ImportReport report() {
    return report;
  }

  /** Why the file was refused; null where it was not. */
  public @Nullable String refused() {
    return refused;
  }

  /** Asks it to stop, which it does with the next comment. */
  public void stop() {
    stopping = true;
  }

  void stopAndWait() {
    stop();
    Thread running = thread;
    if (running != null) {
      running.interrupt();
      try {
        running.join(10_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
