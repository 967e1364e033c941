package io.rejoinder.moderation.akismet;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of the endpoint: {@code rejoinder.akismet.*}.
 *
 * @param perMinute calls of one key that one instance answers in a minute; 600. One takes 2 to 5 ms
 *     of a core, which the screening of the installation's own comments waits for
 */
@Validated
@ConfigurationProperties("rejoinder.akismet")
record AkismetProperties(@DefaultValue("600") @Min(1) @Max(60_000) int perMinute) {}
