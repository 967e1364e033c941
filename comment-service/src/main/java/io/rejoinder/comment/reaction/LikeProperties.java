package io.rejoinder.comment.reaction;

import io.rejoinder.comment.identity.ReaderGate;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of likes. Taking one back counts as one, too.
 *
 * @param perMinute likes of one identity in a minute; default 30
 * @param burst likes of one identity at once; default 30
 * @param addressPerMinute likes of one network address in a minute; default 60
 * @param addressBurst likes of one network address at once; default 120
 * @param remembered identities, and addresses, that are remembered at most; default 100000
 * @param listed comments of a thread that a reader is told to like at most; default 5000
 * @param storeTimeout how long a request waits for the store; default 3 s
 * @param projectionTimeout how long the projection waits for one answer of the store before the
 *     batch is tried again; default 20 s
 */
@Validated
@ConfigurationProperties("rejoinder.comments.likes")
record LikeProperties(
    @Positive @DefaultValue("30") int perMinute,
    @Positive @DefaultValue("30") int burst,
    @Positive @DefaultValue("60") int addressPerMinute,
    @Positive @DefaultValue("120") int addressBurst,
    @Positive @DefaultValue("100000") int remembered,
    @Positive @DefaultValue("5000") int listed,
    @DefaultValue("3s") Duration storeTimeout,
    @DefaultValue("20s") Duration projectionTimeout) {

  ReaderGate.Pace pace(boolean limited) {
    return new ReaderGate.Pace(
        limited, perMinute, burst, addressPerMinute, addressBurst, remembered);
  }
}
