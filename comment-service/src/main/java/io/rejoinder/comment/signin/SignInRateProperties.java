package io.rejoinder.comment.signin;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often one network address may sign in. A page that a signed-in reader opens asks once.
 *
 * @param perMinute in a minute; default 60
 * @param burst at once; default 200, for an office behind one address
 * @param addresses addresses that are remembered at most; default 100000
 */
@Validated
@ConfigurationProperties("rejoinder.comments.sign-ins")
record SignInRateProperties(
    @Positive @DefaultValue("60") int perMinute,
    @Positive @DefaultValue("200") int burst,
    @Positive @DefaultValue("100000") int addresses) {}
