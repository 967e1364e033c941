package io.rejoinder.bench.measure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Free ports for one platform. */
record Addresses(int site, int api, int console, List<Integer> others) {

  private static final int OTHERS = 4;

  Addresses {
    others = List.copyOf(others);
  }

  static Addresses free() throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < 3 + OTHERS; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      List<Integer> ports = held.stream().map(ServerSocket::getLocalPort).toList();
      return new Addresses(ports.get(0), ports.get(1), ports.get(2), ports.subList(3, 3 + OTHERS));
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
  }

  /** As the launcher's options take them. */
  List<String> options() {
    return List.of(
        "--port-site=" + site,
        "--port-api=" + api,
        "--port-console=" + console,
        "--port-kafka=" + others.get(0),
        "--port-site-actuator=" + others.get(1),
        "--port-api-actuator=" + others.get(2),
        "--port-console-actuator=" + others.get(3));
  }
}
