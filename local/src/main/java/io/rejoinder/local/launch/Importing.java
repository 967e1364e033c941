package io.rejoinder.local.launch;

import io.rejoinder.review.importing.RefusedFile;
import io.rejoinder.review.importing.WordPressImport;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** An import that was asked for on the command line, with its progress on the terminal. */
final class Importing {

  private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);

  private final WordPressImport program;
  private final Progress progress;
  private Duration nextLine;

  Importing(WordPressImport program, Progress progress) {
    this.program = program;
    this.progress = progress;
    this.nextLine = progress.elapsed().plus(BETWEEN_LINES);
  }

  /** Imports the file. One that is refused or cannot be read is told, and the platform runs on. */
  void run(Path file) {
    progress.line("");
    progress.line("Importing " + file.toAbsolutePath());
    try {
      program.run(file, this::show).lines().forEach(line -> progress.line("  " + line));
    } catch (RefusedFile e) {
      progress.line("  refused, nothing of it was imported: " + e.getMessage());
    } catch (UncheckedIOException e) {
      progress.line("  could not be read: " + e.getCause());
    }
  }

  private void show(io.rejoinder.review.importing.Progress now) {
    if (progress.elapsed().compareTo(nextLine) < 0) {
      return;
    }
    nextLine = progress.elapsed().plus(BETWEEN_LINES);
    progress.line(
        String.format(
            Locale.ROOT,
            "  %s: %d %%, %,d reviews, %,d comments",
            now.phase().name().toLowerCase(Locale.ROOT),
            now.percent(),
            now.reviews(),
            now.comments()));
  }
}
