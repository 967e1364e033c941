package io.rejoinder.comment.identity;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many identities one network address may take: a browser needs one for years, a household a
 * few, and whoever wants many to vote with waits.
 *
 * @param perMinute in a minute; default 2
 * @param burst at once; default 20, for an office behind one address
 * @param addresses addresses that are remembered at most; default 100000
 */
@Validated
@ConfigurationProperties("rejoinder.comments.readers")
record ReaderProperties(
    @Positive @DefaultValue("2") int perMinute,
    @Positive @DefaultValue("20") int burst,
    @Positive @DefaultValue("100000") int addresses) {}
