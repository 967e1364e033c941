package io.rejoinder.bench.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Starts programs of this class path, each in a JVM of its own, all with the same flags.
 *
 * @param flags heap and collector
 * @param logs where their output goes
 */
public record Java(List<String> flags, Path logs) {

  private static final String READY = "ready ";
  private static final Duration WITHIN = Duration.ofSeconds(60);

  public Java {
    flags = List.copyOf(flags);
  }

  /** A server and where it listens. */
  public record Server(Child child, int port) implements AutoCloseable {

    @Override
    public void close() {
      child.close();
    }
  }

  /** Starts a program that says {@code ready PORT}. */
  public Server serve(Class<?> program, String... arguments) throws IOException {
    Child.Started<Integer> started =
        Child.start(
            command(program.getName(), arguments),
            logs.resolve(program.getSimpleName() + ".log"),
            Java::port,
            WITHIN);
    return new Server(started.child(), started.said());
  }

  /** The command line of a program. */
  public List<String> command(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(program);
    command.addAll(List.of(arguments));
    return command;
  }

  private static Optional<Integer> port(String line) {
    return line.startsWith(READY)
        ? Optional.of(Integer.valueOf(line.substring(READY.length())))
        : Optional.empty();
  }
}
