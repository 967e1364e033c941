package io.rejoinder.system.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The real MongoDB engine that the launcher runs as its child. It is in a session of its own and
 * outlives a launcher that is killed, so it is killed by the process id in the data folder.
 */
public final class Engine {

  private static final int GONE_WITHIN_SECONDS = 10;

  private final Path program;
  private final Path data;

  Engine(Path program, Path data) {
    this.program = program.toAbsolutePath();
    this.data = data;
  }

  /** A folder for the PATH in which this engine, and no other, is the {@code mongod}. */
  Path folderForPath() {
    try {
      Path folder = Files.createDirectories(data.resolveSibling("bin"));
      Path mongod = folder.resolve("mongod");
      // The exec keeps the process id that the launcher knows.
      Files.writeString(mongod, "#!/bin/sh\nexec '%s' \"$@\"\n".formatted(program));
      Files.setPosixFilePermissions(mongod, PosixFilePermissions.fromString("rwxr-xr-x"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kills it with SIGKILL; nothing happens if none runs. */
  public void kill() {
    running().ifPresent(Engine::kill);
  }

  private Optional<ProcessHandle> running() {
    Path file = data.resolve("mongod.pid");
    try {
      return Files.exists(file)
          ? ProcessHandle.of(Long.parseLong(Files.readString(file).strip().split(" ", 2)[0]))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void kill(ProcessHandle engine) {
    engine.destroyForcibly();
    try {
      engine.onExit().get(GONE_WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the engine survived SIGKILL", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the engine ended", e);
    }
  }
}
