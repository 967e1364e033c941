package io.rejoinder.moderation.index;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;

/** What the files of an index hold, as somebody else finds them. */
final class Committed {

  private Committed() {}

  /** The positions of the last commit. */
  static Map<String, String> positions(Path folder) {
    try (FSDirectory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      return reader.getIndexCommit().getUserData();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of all files. */
  static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = java.nio.file.Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Whether any file has this word, which the index's dictionary does not compress. */
  static boolean holds(Path folder, String word) throws IOException {
    try (Stream<Path> files = java.nio.file.Files.list(folder)) {
      List<Path> all = files.toList();
      for (Path file : all) {
        if (java.nio.file.Files.readString(file, ISO_8859_1).contains(word)) {
          return true;
        }
      }
    }
    return false;
  }
}
