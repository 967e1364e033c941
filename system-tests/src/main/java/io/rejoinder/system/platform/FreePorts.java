package io.rejoinder.system.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Ports on loopback that were free a moment ago, each handed out once. */
final class FreePorts {

  private final Iterator<Integer> ports;

  /** Finds this many, all held at the same time so that they differ. */
  FreePorts(int number) {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < number; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      ports = held.stream().map(ServerSocket::getLocalPort).toList().iterator();
      for (ServerSocket socket : held) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int next() {
    return ports.next();
  }
}
