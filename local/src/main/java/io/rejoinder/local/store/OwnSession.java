package io.rejoinder.local.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command in a session of its own, where the system has {@code setsid}: Ctrl-C reaches every
 * process of the terminal's group, and a store that ends at once would take the ground from
 * services that are still writing.
 */
final class OwnSession {

  private static final List<Path> SETSID =
      List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

  private OwnSession() {}

  /**
   * The process id stays the same: a child of this JVM leads no group, so {@code setsid} need not
   * fork.
   */
  static List<String> of(String... command) {
    List<String> words = new ArrayList<>();
    SETSID.stream()
        .filter(Files::isExecutable)
        .findFirst()
        .ifPresent(setsid -> words.add(setsid.toString()));
    words.addAll(List.of(command));
    return words;
  }
}
