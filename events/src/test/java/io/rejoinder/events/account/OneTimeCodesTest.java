package io.rejoinder.events.account;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTest {

  private static final byte[] KEY = "12345678901234567890".getBytes(US_ASCII);

  /** RFC 6238, appendix B, the last six of the eight digits there. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130",
  })
  void codesAreThoseOfTheStandard(long second, String code) {
    assertThat(OneTimeCodes.at(KEY, second / 30)).isEqualTo(code);
    assertThat(OneTimeCodes.step(OneTimeCodes.encoded(KEY), code, Instant.ofEpochSecond(second)))
        .hasValue(second / 30);
  }

  @Test
  void codeIsGoodOneStepAroundItsOwnAndNoLonger() {
    String secret = OneTimeCodes.encoded(KEY);
    assertThat(secret).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(OneTimeCodes.step(secret, "287082", Instant.ofEpochSecond(89))).hasValue(1);
    assertThat(OneTimeCodes.step(secret, "287082", Instant.ofEpochSecond(90))).isEmpty();
    assertThat(OneTimeCodes.step(secret, "28708", Instant.ofEpochSecond(59))).isEmpty();
    assertThat(OneTimeCodes.step(secret, "", Instant.ofEpochSecond(59))).isEmpty();
  }
}
