package io.rejoinder.local.port;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The process that listens on a port, as far as {@code /proc} tells: on Linux, and for processes of
 * the same user.
 *
 * @param pid process id
 * @param name the kernel's short name of it
 */
record PortHolder(long pid, String name) {

  /** Column 4 of {@code /proc/net/tcp}: TCP_LISTEN. */
  private static final String LISTENING = "0A";

  static Optional<PortHolder> of(int port) {
    Set<String> sockets = new HashSet<>();
    addListening(Path.of("/proc/net/tcp"), port, sockets);
    addListening(Path.of("/proc/net/tcp6"), port, sockets);
    return sockets.isEmpty()
        ? Optional.empty()
        : ProcessHandle.allProcesses()
            .filter(process -> holdsOneOf(sockets, process.pid()))
            .findFirst()
            .map(process -> new PortHolder(process.pid(), shortName(process.pid())));
  }

  private static void addListening(Path table, int port, Set<String> sockets) {
    String suffix = String.format(Locale.ROOT, ":%04X", port);
    try {
      for (String line : Files.readAllLines(table)) {
        String[] columns = line.strip().split("\\s+", 11);
        if (columns.length > 9 && columns[1].endsWith(suffix) && columns[3].equals(LISTENING)) {
          sockets.add("socket:[" + columns[9] + "]");
        }
      }
    } catch (IOException notLinux) {
      // Then nobody can be named.
    }
  }

  private static boolean holdsOneOf(Set<String> sockets, long pid) {
    Path descriptors = Path.of("/proc", Long.toString(pid), "fd");
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(descriptors)) {
      for (Path entry : entries) {
        if (isOneOf(sockets, entry)) {
          return true;
        }
      }
    } catch (IOException othersOrGone) {
      // Another user's process, or one that has just ended.
    }
    return false;
  }

  private static boolean isOneOf(Set<String> sockets, Path descriptor) {
    try {
      return sockets.contains(Files.readSymbolicLink(descriptor).toString());
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }

  private static String shortName(long pid) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), "comm")).strip();
    } catch (IOException gone) {
      return "?";
    }
  }

  @Override
  public String toString() {
    return "process " + pid + " (" + name + ")";
  }
}
