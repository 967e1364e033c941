package io.rejoinder.local.port;

import io.rejoinder.local.refusal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** Ports on the loopback interface. */
public final class Ports {

  private Ports() {}

  /**
   * Checks that each port can be bound, and that no two options name the same one.
   *
   * @param byOption port of each option, in the order to check
   * @throws Refusal that names the port, who holds it where that can be found out, and the option
   */
  public static void checkFree(Map<String, Integer> byOption) {
    Map<Integer, String> seen = new HashMap<>();
    byOption.forEach(
        (option, port) -> {
          String other = seen.put(port, option);
          if (other != null) {
            throw new Refusal("port %d is given twice: %s and %s".formatted(port, other, option));
          }
          if (!free(port)) {
            throw new Refusal(
                "port %d is taken%s: choose another with %s"
                    .formatted(port, PortHolder.of(port).map(h -> " by " + h).orElse(""), option));
          }
        });
  }

  /**
   * A port that is free now. The system hands out such ports in turn, so it stays free for a while.
   */
  public static int anyFree() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
