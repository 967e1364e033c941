package io.rejoinder.comment.report;

import io.rejoinder.comment.identity.ReaderGate;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of reports.
 *
 * @param perMinute reports of one identity in a minute; default 5
 * @param burst reports of one identity at once; default 10
 * @param addressPerMinute reports of one network address in a minute; default 10
 * @param addressBurst reports of one network address at once; default 20
 * @param remembered identities, and addresses, that are remembered at most; default 100000
 * @param text code points of what a reader adds at most; default 500
 * @param storeTimeout how long a request waits for the store; default 3 s
 */
@Validated
@ConfigurationProperties("rejoinder.comments.reports")
record ReportProperties(
    @Positive @DefaultValue("5") int perMinute,
    @Positive @DefaultValue("10") int burst,
    @Positive @DefaultValue("10") int addressPerMinute,
    @Positive @DefaultValue("20") int addressBurst,
    @Positive @DefaultValue("100000") int remembered,
    @Positive @DefaultValue("500") int text,
    @DefaultValue("3s") Duration storeTimeout) {

  ReaderGate.Pace pace(boolean limited) {
    return new ReaderGate.Pace(
        limited, perMinute, burst, addressPerMinute, addressBurst, remembered);
  }
}
