package io.rejoinder.system;

import io.rejoinder.system.platform.Setup;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** What the build says about where things are. */
final class TestSetup {

  private TestSetup() {}

  static Path launcher() {
    return Path.of(System.getProperty("rejoinder.launcher")).normalize();
  }

  static Path logs(String test) {
    return Path.of("target", "platform-logs", test);
  }

  /** All in one process with the store in memory, as a newcomer starts it. */
  static Setup of(String test, String... arguments) {
    return Setup.in(launcher(), logs(test), arguments);
  }

  /** The export that the tests import. */
  static Path export() {
    return Path.of("src", "test", "resources", "evening-ledger.xml").toAbsolutePath();
  }

  /** A program of this machine, if it is there. */
  static Optional<Path> onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
