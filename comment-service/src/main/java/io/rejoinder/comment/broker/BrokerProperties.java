package io.rejoinder.comment.broker;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How topics are made at the start.
 *
 * @param replication copies of each topic that is created; default 1
 * @param patience how long the start waits for a broker before it fails; default 60 s
 */
@Validated
@ConfigurationProperties("rejoinder.topics")
record BrokerProperties(
    @Positive @DefaultValue("1") short replication, @DefaultValue("60s") Duration patience) {}
