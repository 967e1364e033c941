package io.rejoinder.comment.rate;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Who is at the other end. Forwarded headers count only as far as they were written by configured
 * proxies: the list is read from its end, and the first address that is not a proxy's is the one.
 */
public final class PeerAddress {

  private static final int SIXTY_FOUR_BITS = 8;

  private final List<Network> proxies;

  /**
   * Behind these proxies, networks in CIDR notation.
   *
   * @throws IllegalArgumentException if one is not
   */
  public PeerAddress(List<String> proxies) {
    this.proxies = proxies.stream().map(Network::parse).toList();
  }

  /** The address, an IPv6 one as its /64: what one customer of a provider has. */
  public String of(ServerHttpRequest request) {
    InetSocketAddress socket = request.getRemoteAddress();
    InetAddress peer = socket == null ? null : socket.getAddress();
    if (peer == null) {
      return "unknown";
    }
    return proxies.isEmpty() || !proxy(peer)
        ? text(peer)
        : text(behind(peer, forwarded(request.getHeaders())));
  }

  private InetAddress behind(InetAddress peer, List<String> hops) {
    InetAddress last = peer;
    for (int i = hops.size() - 1; i >= 0; i--) {
      Optional<InetAddress> hop = Network.literal(hops.get(i));
      if (hop.isEmpty()) {
        return last;
      }
      last = hop.get();
      if (!proxy(last)) {
        return last;
      }
    }
    return last;
  }

  private boolean proxy(InetAddress address) {
    return proxies.stream().anyMatch(network -> network.contains(address));
  }

  /** {@code Forwarded} (RFC 7239) where there is one, else {@code X-Forwarded-For}. */
  private static List<String> forwarded(HttpHeaders headers) {
    List<String> hops = new ArrayList<>();
    for (String element : elements(headers.get("Forwarded"))) {
      for (String pair : element.split(";", -1)) {
        String stripped = pair.strip();
        if (stripped.toLowerCase(Locale.ROOT).startsWith("for=")) {
          hops.add(withoutPort(stripped.substring("for=".length()).replace("\"", "")));
        }
      }
    }
    if (hops.isEmpty()) {
      elements(headers.get("X-Forwarded-For")).forEach(hop -> hops.add(withoutPort(hop)));
    }
    return hops;
  }

  private static List<String> elements(@Nullable List<String> values) {
    return values == null
        ? List.of()
        : values.stream()
            .flatMap(value -> Arrays.stream(value.split(",", -1)))
            .map(String::strip)
            .toList();
  }

  private static String withoutPort(String hop) {
    if (hop.startsWith("[")) {
      int end = hop.indexOf(']');
      return end < 0 ? hop : hop.substring(1, end);
    }
    int colon = hop.indexOf(':');
    return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
  }

  private static String text(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return address.getHostAddress();
    }
    byte[] bytes = address.getAddress();
    StringBuilder text = new StringBuilder(24);
    for (int i = 0; i < SIXTY_FOUR_BITS; i += 2) {
      text.append(Integer.toHexString((bytes[i] & 0xff) << 8 | (bytes[i + 1] & 0xff))).append(':');
    }
    return text.append(":/64").toString();
  }
}
