package io.rejoinder.moderation.author;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworksTest {

  @Test
  void addressLiesInTheRangesThatProvidersHandOut() {
    assertThat(Networks.of("192.0.2.77")).containsExactly("192.0.2.0/24", "192.0.0.0/16");
    assertThat(Networks.of("2001:db8:1f:2::/64"))
        .containsExactly("2001:db8:1f::/48", "2001:db8::/32");
  }

  @Test
  void whatIsNoAddressLiesInNone() {
    assertThat(Networks.of("")).isEmpty();
    assertThat(Networks.of("somewhere")).isEmpty();
    assertThat(Networks.of("192.0.2.77", 48)).isEmpty();
    assertThat(Networks.of("2001:db8:1f:2::/64", 24)).isEmpty();
  }
}
