package io.rejoinder.moderation.screening;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The lists of suspect words: obscene and insulting ones in several languages, taken at build time
 * from the package {@code naughty-words} (CC BY 4.0), whose licence stands beside them.
 */
final class ShippedWords {

  /** ISO 639-1. */
  static final List<String> LANGUAGES = List.of("en", "es", "de", "fr", "ar", "it", "pt", "ru");

  private static final String FOLDER = "/io/rejoinder/web/lists/";

  private ShippedWords() {}

  /**
   * All of them as one list.
   *
   * @throws UncheckedIOException if the module {@code web} was built without its lists
   */
  static Words suspect() {
    StringBuilder lines = new StringBuilder();
    for (String language : LANGUAGES) {
      lines.append(read("words-" + language + ".txt")).append('\n');
    }
    return Words.of(lines.toString());
  }

  private static String read(String name) {
    try (InputStream list = ShippedWords.class.getResourceAsStream(FOLDER + name)) {
      if (list == null) {
        throw new IOException("no resource " + FOLDER + name);
      }
      return new String(list.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
