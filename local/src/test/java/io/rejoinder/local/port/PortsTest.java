package io.rejoinder.local.port;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rejoinder.local.refusal.Refusal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortsTest {

  @Test
  void freePortsPass() {
    assertThatCode(() -> Ports.checkFree(Map.of("--port-api", Ports.anyFree()), port -> false))
        .doesNotThrowAnyException();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aTakenPortNamesTheOptionAndTheProcessThatHoldsIt() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = socket.getLocalPort();
      assertThatThrownBy(() -> Ports.checkFree(Map.of("--port-api", port), held -> false))
          .isInstanceOf(Refusal.class)
          .hasMessage(
              "port %d is taken by process %d (java): choose another with --port-api",
              port, ProcessHandle.current().pid());
    }
  }

  @Test
  void aPortGivenTwiceNamesBothOptions() {
    int port = Ports.anyFree();
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put("--port-site", port);
    ports.put("--port-api", port);
    assertThatThrownBy(() -> Ports.checkFree(ports, held -> false))
        .isInstanceOf(Refusal.class)
        .hasMessage("port %d is given twice: --port-site and --port-api", port);
  }
}
