package io.rejoinder.comment.live;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of live streams.
 *
 * @param ring events kept for each partition, to resume from; default 2048 (about 2 KB each at most
 *     times)
 * @param buffer rounds of events that wait for one slow reader before it is cut off; default 256
 * @param gather how long events wait at most to be sent together, where a thread has so many
 *     readers that a round takes that long; default 100 ms; zero sends each event by itself
 * @param viewers readers that one instance follows at once; default 20000
 * @param heartbeat time between two signs of life; default 15 s, below the idle time-out of usual
 *     proxies
 */
@Validated
@ConfigurationProperties("rejoinder.comments.live")
record LiveProperties(
    @Positive @DefaultValue("2048") int ring,
    @Positive @DefaultValue("256") int buffer,
    @DefaultValue("100ms") Duration gather,
    @Positive @DefaultValue("20000") int viewers,
    @DefaultValue("15s") Duration heartbeat) {}
