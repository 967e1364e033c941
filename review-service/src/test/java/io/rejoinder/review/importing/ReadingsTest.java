package io.rejoinder.review.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingsTest {

  @ParameterizedTest
  @CsvSource({
    "::ffff:82.119.20.0, 82.119.20.0",
    "::FFFF:c000:0207, 192.0.2.7",
    "192.0.2.7, 192.0.2.7",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0",
  })
  void addressHasOneForm(String text, String address) {
    assertThat(NetworkAddress.of(" " + text + "\n")).contains(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost", "1.2.3", "1.2.3.4.5", "256.1.1.1", ":::", "fe80::1%eth0"})
  void whatIsNoAddressIsLeftOut(String text) {
    assertThat(NetworkAddress.of(text)).isEmpty();
  }

  @Test
  void firstDateThatIsOneCounts() {
    assertThat(WxrDates.first("0000-00-00 00:00:00", "2014-01-14 17:32:12"))
        .contains(Instant.parse("2014-01-14T17:32:12Z"));
    assertThat(WxrDates.first("", "Tue, 14 Jan 2014 17:31:03 +0100"))
        .contains(Instant.parse("2014-01-14T16:31:03Z"));
    assertThat(WxrDates.first("Mon, 30 Nov -0001 00:00:00 +0000", "2014-02-30 00:00:00", "x"))
        .isEmpty();
  }

  @Test
  void hostIsReadWithoutTrippingOverTheRest() {
    assertThat(WxrSite.hostOf("http://Example.TLD/?p=4|5 6")).isEqualTo("example.tld");
    assertThat(WxrSite.hostOf("http://example.tld:8080/a")).isEqualTo("example.tld:8080");
    assertThat(WxrSite.hostOf("/relative")).isEmpty();
    assertThat(WxrSite.hostOf("http://a b/")).isEmpty();
  }

  @Test
  void namesAreOneLineOfPlainText() {
    assertThat(PlainText.of("O&#039;Neil <b>x</b>\n y", 80)).isEqualTo("O'Neil x y");
    assertThat(PlainText.of("😀".repeat(5), 3)).isEqualTo("😀😀…");
  }
}
