package io.rejoinder.local.store;

import io.rejoinder.local.data.DataFolder;
import io.rejoinder.local.refusal.Refusal;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens the store that was asked for. */
public final class Stores {

  private Stores() {}

  /**
   * Opens a store in this process or as its child.
   *
   * @param kind which one
   * @param path folders to look for mongod in, as {@code PATH} is written
   * @param port on 127.0.0.1, or null for any free one
   * @param notices takes a line when something happens later that a person should know
   * @throws Refusal if {@code MONGOD} is asked for and there is none, or it does not come up
   */
  public static Store open(
      StoreKind kind,
      DataFolder folder,
      @Nullable String path,
      @Nullable Integer port,
      Consumer<String> notices) {
    if (kind == StoreKind.MEMORY) {
      return MemoryStore.open(port);
    }
    Optional<Path> program = mongodOn(path);
    if (program.isPresent()) {
      return MongodStore.open(program.get(), folder, port, notices);
    }
    if (kind == StoreKind.MONGOD) {
      throw new Refusal(
          "no mongod was found on the PATH: install one, or use --store memory or --mongodb-uri");
    }
    return MemoryStore.open(port);
  }

  /** Whether an earlier run left a mongod of this folder behind on this port. */
  public static boolean leftOn(int port, DataFolder folder) {
    try {
      return MongodProcess.leftIn(folder).filter(left -> left.port() == port).isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A store that runs somewhere else already; answers whether it is there. */
  public static Store at(String uri) {
    return GivenStore.at(uri);
  }

  private static Optional<Path> mongodOn(@Nullable String path) {
    return Arrays.stream(path == null ? new String[0] : path.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "mongod"))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }
}
