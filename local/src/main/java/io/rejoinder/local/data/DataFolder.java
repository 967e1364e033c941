package io.rejoinder.local.data;

import io.rejoinder.local.refusal.Refusal;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which an installation keeps everything: the log, the store, keys and passwords.
 * Copying it while nothing runs is a whole backup.
 *
 * @param path where it is, absolute
 */
public record DataFolder(Path path) {

  /** The format that this program reads and writes; a folder with a higher number is left alone. */
  public static final int FORMAT = 1;

  /** Takes a folder as it is; {@link #open} checks it. */
  public DataFolder {
    path = path.toAbsolutePath().normalize();
  }

  /**
   * Opens the folder, and creates it (mode 0700) where it is missing.
   *
   * @throws Refusal if it cannot be written, or was written by a newer version
   */
  public static DataFolder open(Path path) {
    DataFolder folder = new DataFolder(path);
    try {
      PrivateFiles.createFolder(folder.path);
      folder.checkFormat();
      folder.checkWritable();
      PrivateFiles.createFolder(folder.logs());
    } catch (IOException e) {
      throw new Refusal(
          "the data folder %s cannot be written: %s (choose another with --data)"
              .formatted(folder.path, reason(e)),
          e);
    }
    return folder;
  }

  /** The broker's log segments. */
  public Path kafka() {
    return path.resolve("kafka");
  }

  /** Files of a mongod that runs as a child. */
  public Path mongod() {
    return path.resolve("mongod");
  }

  /** Logs of this program and of its children. */
  public Path logs() {
    return path.resolve("logs");
  }

  /** The first administrator's generated password; there until it is changed. */
  public Path adminPassword() {
    return path.resolve("admin-password");
  }

  private void checkFormat() throws IOException {
    Path file = path.resolve("version");
    if (!Files.exists(file)) {
      PrivateFiles.write(file, FORMAT + "\n");
      return;
    }
    String text = Files.readString(file).strip();
    if (!text.matches("[0-9]{1,9}")) {
      throw new Refusal("%s does not hold a format number but %s".formatted(file, quoted(text)));
    }
    if (Integer.parseInt(text) > FORMAT) {
      throw new Refusal(
          "the data folder %s was written by a newer version: format %s (this program knows: 1..%d)"
              .formatted(path, text, FORMAT));
    }
  }

  private void checkWritable() throws IOException {
    Files.delete(Files.createTempFile(path, "writable", null));
  }

  private static String quoted(String text) {
    return '"' + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + '"';
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "it is a file";
    }
    @Nullable String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason.toLowerCase(Locale.ROOT);
  }
}
