package io.rejoinder.moderation.intake;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the owner's loop reads and writes: {@code rejoinder.intake.*}.
 *
 * @param batch commands in a transaction at most; 500
 * @param session after how long of silence another instance takes over; 10 s, at least the broker's
 *     {@code group.min.session.timeout.ms} (6 s)
 * @param transaction after how long the broker aborts a transaction that nobody ends; 10 s
 * @param importsWaitAbove commands of live traffic that may wait before imports pause; 1,000
 */
@Validated
@ConfigurationProperties("rejoinder.intake")
public record IntakeProperties(
    @DefaultValue("500") @Min(1) int batch,
    @DefaultValue("10s") Duration session,
    @DefaultValue("10s") Duration transaction,
    @DefaultValue("1000") @Min(0) long importsWaitAbove) {}
