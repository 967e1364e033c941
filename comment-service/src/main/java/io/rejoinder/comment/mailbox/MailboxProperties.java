package io.rejoinder.comment.mailbox;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The data of an e-mail address, where a mail server is configured.
 *
 * @param linkWorks how long the link to them works; default 1 hour
 * @param perMinute links that one network address asks for in a minute; default 2
 * @param burst how many of them at once; default 5
 * @param addresses network addresses that are remembered at most; default 100000
 */
@Validated
@ConfigurationProperties("rejoinder.comments.mailbox")
record MailboxProperties(
    @DurationMin(seconds = 1) @DefaultValue("1h") Duration linkWorks,
    @Positive @DefaultValue("2") int perMinute,
    @Positive @DefaultValue("5") int burst,
    @Positive @DefaultValue("100000") int addresses) {}
