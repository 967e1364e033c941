package io.rejoinder.local.port;

import io.rejoinder.local.refusal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Ports on the loopback interface. */
public final class Ports {

  private Ports() {}

  /**
   * Checks that each port can be bound, and that no two options name the same one.
   *
   * @param byOption port of each option, in the order to check
   * @param ours whether a port is held by what an earlier run left behind, and will be taken over
   * @throws Refusal that names the port, who holds it where that can be found out, and the option
   */
  public static void checkFree(Map<String, Integer> byOption, IntPredicate ours) {
    Map<Integer, String> seen = new HashMap<>();
    byOption.forEach(
        (option, port) -> {
          String other = seen.put(port, option);
          if (other != null) {
            throw new Refusal("port %d is given twice: %s and %s".formatted(port, other, option));
          }
          if (!free(port) && !ours.test(port)) {
            throw new Refusal(
                "port %d is taken%s: choose another with %s"
                    .formatted(port, PortHolder.of(port).map(h -> " by " + h).orElse(""), option));
          }
        });
  }

  /** A port that is free now. The system hands out such ports in turn, so it stays free a while. */
  public static int anyFree() {
    return anyFree(1).get(0);
  }

  /** Several ports that are free now, all different. */
  public static List<Integer> anyFree(int count) {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return sockets.stream().map(ServerSocket::getLocalPort).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      sockets.forEach(Ports::close);
    }
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
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
