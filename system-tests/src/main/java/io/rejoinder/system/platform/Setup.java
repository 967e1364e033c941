package io.rejoinder.system.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a platform is to run.
 *
 * @param launcher the launcher's jar
 * @param folder a folder of its own: the data folder and what is beside it go there
 * @param logs where the processes' output goes
 * @param engine a real {@code mongod}, or null for the store in memory
 * @param arguments further arguments of each launcher, such as a profile
 * @param environment further variables of each launcher's environment
 */
public record Setup(
    Path launcher,
    Path folder,
    Path logs,
    @Nullable Path engine,
    List<String> arguments,
    Map<String, String> environment) {

  /** Checks that the launcher was built. */
  public Setup {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
    if (!Files.isRegularFile(launcher)) {
      throw new IllegalArgumentException("launcher: %s is not there: build it".formatted(launcher));
    }
  }

  /**
   * A set-up in a new temporary folder, with the store in memory.
   *
   * @param launcher the launcher's jar
   * @param logs where the processes' output goes
   */
  public static Setup in(Path launcher, Path logs, String... arguments) {
    try {
      Path folder = Files.createTempDirectory("rejoinder-");
      return new Setup(launcher, folder, logs, null, List.of(arguments), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same on a real engine; null leaves it as it is. */
  public Setup onEngine(@Nullable Path program) {
    return program == null
        ? this
        : new Setup(launcher, folder, logs, program, arguments, environment);
  }

  /** The same with further variables of the environment. */
  public Setup with(Map<String, String> variables) {
    return new Setup(launcher, folder, logs, engine, arguments, variables);
  }

  /** The data folder. */
  public Path data() {
    return folder.resolve("data");
  }
}
