package io.rejoinder.comment.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class NetworkTest {

  @Test
  void withoutProxiesForwardedHeadersCountForNothing() {
    assertThat(
            new PeerAddress(List.of())
                .of(request("192.0.2.1").header("X-Forwarded-For", "198.51.100.7").build()))
        .isEqualTo("192.0.2.1");
  }

  @Test
  void theLastAddressThatIsNoProxysCounts() {
    PeerAddress peer = new PeerAddress(List.of("10.0.0.0/8"));

    assertThat(
            peer.of(
                request("10.0.0.1")
                    .header("X-Forwarded-For", "203.0.113.9, 198.51.100.7:443, 10.2.3.4")
                    .build()))
        .isEqualTo("198.51.100.7");
    assertThat(
            peer.of(
                request("10.0.0.1")
                    .header(
                        "Forwarded", "for=203.0.113.9;proto=https, For=\"[2001:db8:1:2:3::4]:80\"")
                    .build()))
        .isEqualTo("2001:db8:1:2::/64");
    assertThat(peer.of(request("10.0.0.1").header("X-Forwarded-For", "evil.example").build()))
        .isEqualTo("10.0.0.1");
    assertThat(peer.of(request("198.51.100.7").header("X-Forwarded-For", "203.0.113.9").build()))
        .isEqualTo("198.51.100.7");
  }

  @Test
  void anIpv6ClientIsItsNetwork() {
    PeerAddress peer = new PeerAddress(List.of());

    assertThat(peer.of(request("2001:db8:0:1:aaaa::1").build()))
        .isEqualTo(peer.of(request("2001:db8:0:1:bbbb::2").build()));
  }

  @Test
  void aNetworkThatIsNoneIsRefused() {
    assertThatThrownBy(() -> Network.parse("example.org/8"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Network.parse("10.0.0.0/33"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0..32");
  }

  private static MockServerHttpRequest.BaseBuilder<?> request(String address) {
    return MockServerHttpRequest.get("/").remoteAddress(new InetSocketAddress(address, 1));
  }
}
