package io.rejoinder.comment.personal;

import io.rejoinder.comment.identity.ReaderGate;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often readers may ask for their data, or have it erased.
 *
 * @param perMinute by one identity in a minute; default 2
 * @param burst by one identity at once; default 5
 * @param addressPerMinute from one network address in a minute; default 5
 * @param addressBurst from one network address at once; default 20
 * @param remembered identities, and addresses, that are remembered at most; default 100000
 * @param within how long a download or an erasure may take; default 5 minutes
 */
@Validated
@ConfigurationProperties("rejoinder.comments.personal")
record PersonalProperties(
    @Positive @DefaultValue("2") int perMinute,
    @Positive @DefaultValue("5") int burst,
    @Positive @DefaultValue("5") int addressPerMinute,
    @Positive @DefaultValue("20") int addressBurst,
    @Positive @DefaultValue("100000") int remembered,
    @DefaultValue("5m") Duration within) {

  ReaderGate.Pace pace(boolean limited) {
    return new ReaderGate.Pace(
        limited, perMinute, burst, addressPerMinute, addressBurst, remembered);
  }
}
