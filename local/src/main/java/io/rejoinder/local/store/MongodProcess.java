package io.rejoinder.local.store;

import com.mongodb.ConnectionString;
import io.rejoinder.local.data.DataFolder;
import io.rejoinder.local.data.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * One running mongod on the data folder, and the file that names it: so that one which outlived a
 * crash of this program is found again, by its process id and only if its command line names our
 * folder.
 *
 * @param handle the process
 * @param port on 127.0.0.1
 */
record MongodProcess(ProcessHandle handle, int port) {

  private static final Duration ENDS_WITHIN = Duration.ofSeconds(20);

  /** Starts one with nothing but its folder, port and interface. */
  static MongodProcess start(Path program, DataFolder folder, int port) throws IOException {
    PrivateFiles.createFolder(folder.mongod());
    Process process =
        new ProcessBuilder(
                OwnSession.of(
                    program.toString(),
                    "--dbpath",
                    folder.mongod().toString(),
                    "--port",
                    Integer.toString(port),
                    "--bind_ip",
                    "127.0.0.1"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder).toFile()))
            .start();
    PrivateFiles.write(pidFile(folder), process.pid() + " " + port + "\n");
    return new MongodProcess(process.toHandle(), port);
  }

  /**
   * The one that an earlier run left behind, if it still runs: the file names it, unless that run
   * was killed between starting it and writing the file.
   */
  static Optional<MongodProcess> leftIn(DataFolder folder) throws IOException {
    Optional<MongodProcess> named = named(folder);
    return named.isPresent() || !Files.isDirectory(folder.mongod()) ? named : unnamed(folder);
  }

  private static Optional<MongodProcess> unnamed(DataFolder folder) {
    String dbpath = folder.mongod().toString();
    return ProcessHandle.allProcesses()
        .flatMap(
            process ->
                process.info().arguments().map(Arrays::asList).stream()
                    .filter(words -> words.contains(dbpath))
                    .flatMap(words -> port(words, dbpath))
                    .map(port -> new MongodProcess(process, port)))
        .findFirst();
  }

  /** The number that stands somewhere behind the folder: a mongod's own way of saying its port. */
  private static Stream<Integer> port(List<String> words, String dbpath) {
    return words.subList(words.indexOf(dbpath), words.size()).stream()
        .filter(word -> word.matches("[0-9]{1,5}"))
        .map(Integer::valueOf)
        .limit(1);
  }

  private static Optional<MongodProcess> named(DataFolder folder) throws IOException {
    if (!Files.exists(pidFile(folder))) {
      return Optional.empty();
    }
    String text = Files.readString(pidFile(folder)).strip();
    if (!text.matches("[0-9]{1,18} [0-9]{1,5}")) {
      return Optional.empty();
    }
    String[] words = text.split(" ", 2);
    return ProcessHandle.of(Long.parseLong(words[0]))
        .filter(ProcessHandle::isAlive)
        .filter(process -> names(process, folder.mongod()))
        .map(process -> new MongodProcess(process, Integer.parseInt(words[1])));
  }

  static Path log(DataFolder folder) {
    return folder.logs().resolve("mongod.log");
  }

  /** Whether it answers within the bound. */
  boolean answers(Duration bound) {
    return Ping.failureOf(new ConnectionString(uri()), bound) == null;
  }

  String uri() {
    return "mongodb://127.0.0.1:" + port;
  }

  /** Completes when it has ended, however. */
  CompletableFuture<ProcessHandle> ended() {
    return handle.onExit();
  }

  /** Ends it: asks first, then forces. */
  void end(DataFolder folder) throws IOException {
    handle.destroy();
    if (!endedWithin(ENDS_WITHIN)) {
      handle.destroyForcibly();
      endedWithin(ENDS_WITHIN);
    }
    Files.deleteIfExists(pidFile(folder));
  }

  private boolean endedWithin(Duration bound) {
    try {
      handle.onExit().get(bound.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A process id alone may belong to anybody by now. */
  private static boolean names(ProcessHandle process, Path dbpath) {
    String wanted = dbpath.toString();
    ProcessHandle.Info info = process.info();
    return info.arguments().map(words -> Arrays.asList(words).contains(wanted)).orElse(false)
        || info.commandLine().map(line -> line.contains(wanted)).orElse(false);
  }

  private static Path pidFile(DataFolder folder) {
    return folder.path().resolve("mongod.pid");
  }
}
