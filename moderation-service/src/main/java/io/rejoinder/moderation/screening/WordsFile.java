package io.rejoinder.moderation.screening;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The installation's list of blocked words, read again when its file changes. A file that cannot be
 * read leaves the last list in force. Threadsafe.
 */
class WordsFile {

  private static final Logger LOG = LoggerFactory.getLogger(WordsFile.class);
  private static final String SHIPPED = "blocked-words.txt";
  private static final long LOOK_EVERY = Duration.ofSeconds(2).toNanos();

  private final @Nullable Path file;
  private volatile Words words;
  private volatile long looked = System.nanoTime();
  private @Nullable FileTime changed;

  /**
   * The list in a file.
   *
   * @param file the list; the shipped one if null
   * @throws UncheckedIOException if the file cannot be read now: a list that was asked for and does
   *     not work should be seen at start
   */
  WordsFile(@Nullable Path file) {
    this.file = file;
    try {
      this.words = file == null ? shipped() : Words.of(Files.readString(file));
      this.changed = file == null ? null : Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "rejoinder.screening.words-file: " + file + " not readable", e);
    }
  }

  /** The list as it stands; looks at the file every 2 s at most. */
  Words current() {
    if (file != null && System.nanoTime() - looked > LOOK_EVERY) {
      look(file);
    }
    return words;
  }

  private synchronized void look(Path path) {
    looked = System.nanoTime();
    try {
      FileTime now = Files.getLastModifiedTime(path);
      if (!now.equals(changed)) {
        words = Words.of(Files.readString(path));
        changed = now;
        LOG.info("blocked words: version {}", words.version());
      }
    } catch (IOException e) {
      LOG.warn("blocked words: {} stays in force: {}", words.version(), e.toString());
    }
  }

  private static Words shipped() throws IOException {
    try (InputStream list = WordsFile.class.getResourceAsStream(SHIPPED)) {
      if (list == null) {
        throw new IOException("no resource " + SHIPPED);
      }
      return Words.of(new String(list.readAllBytes(), UTF_8));
    }
  }
}
