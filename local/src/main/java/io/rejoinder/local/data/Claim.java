package io.rejoinder.local.data;

import io.rejoinder.local.refusal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A claim on one part of the data folder (the broker, the store, one instance of a service) that
 * one process holds at a time. The operating system gives it back when the process ends, however it
 * ends.
 */
public final class Claim implements AutoCloseable {

  private final String part;
  private final FileChannel channel;

  private Claim(String part, FileChannel channel) {
    this.part = part;
    this.channel = channel;
  }

  /**
   * Claims a part.
   *
   * @param part its name: a plain file name
   * @throws Refusal if another process holds it
   */
  public static Claim of(DataFolder folder, String part) {
    Path file = folder.path().resolve("locks").resolve(part);
    try {
      PrivateFiles.createFolder(folder.path().resolve("locks"));
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new Refusal(
            "the data folder %s is in use by process %s (%s): stop it, or choose another with --data"
                .formatted(folder.path(), Files.readString(file).strip(), part));
      }
      channel.truncate(0);
      channel.write(StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"), 0);
      return new Claim(part, channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return part;
  }
}
