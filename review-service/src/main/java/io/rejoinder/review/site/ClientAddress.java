package io.rejoinder.review.site;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Where a request comes from: what failed sign-ins are counted by. */
final class ClientAddress {

  private final Set<String> proxies;

  /**
   * Addresses.
   *
   * @param proxies whose forwarded headers are believed
   */
  ClientAddress(Set<String> proxies) {
    this.proxies = Set.copyOf(proxies);
  }

  /** The client's address; an IPv6 client is its /64, as it can choose the rest. */
  String of(ServerHttpRequest request) {
    InetSocketAddress remote = request.getRemoteAddress();
    String peer =
        remote == null || remote.getAddress() == null ? "" : remote.getAddress().getHostAddress();
    if (!proxies.contains(peer)) {
      return network(peer);
    }
    List<String> hops =
        request.getHeaders().getValuesAsList("X-Forwarded-For").stream()
            .map(String::strip)
            .filter(hop -> hop.matches("[0-9a-fA-F:.]{2,45}"))
            .toList();
    for (int i = hops.size() - 1; i >= 0; i--) {
      if (!proxies.contains(hops.get(i))) {
        return network(hops.get(i));
      }
    }
    return network(peer);
  }

  private static String network(String literal) {
    if (!literal.contains(":")) {
      return literal;
    }
    try {
      InetAddress address = InetAddress.getByName(literal);
      if (!(address instanceof Inet6Address)) {
        return address.getHostAddress();
      }
      byte[] bytes = address.getAddress();
      Arrays.fill(bytes, 8, 16, (byte) 0);
      return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
    } catch (UnknownHostException e) {
      return literal;
    }
  }
}
