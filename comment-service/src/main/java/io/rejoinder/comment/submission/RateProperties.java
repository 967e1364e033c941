package io.rejoinder.comment.submission;

import jakarta.validation.constraints.Positive;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often one network address may write.
 *
 * @param enabled off for measurements only; default true
 * @param perMinute posts, edits and withdrawals in a minute; default 10
 * @param burst how many of them at once, edits and withdrawals included; default 10
 * @param previewsPerMinute previews in a minute, and at once; nothing is written by them; default
 *     60
 * @param addresses addresses that are remembered at most; default 100000
 * @param proxies networks (CIDR) of proxies whose forwarded headers count; default none
 */
@Validated
@ConfigurationProperties("rejoinder.comments.rate")
record RateProperties(
    boolean enabled,
    @Positive int perMinute,
    @Positive int burst,
    @Positive int previewsPerMinute,
    @Positive int addresses,
    List<String> proxies) {
  @SuppressWarnings("NullAway") // The binder passes null for what is not configured.
  RateProperties(
      @DefaultValue("true") boolean enabled,
      @DefaultValue("10") int perMinute,
      @DefaultValue("10") int burst,
      @DefaultValue("60") int previewsPerMinute,
      @DefaultValue("100000") int addresses,
      @Nullable List<String> proxies) {
    this.enabled = enabled;
    this.perMinute = perMinute;
    this.burst = burst;
    this.previewsPerMinute = previewsPerMinute;
    this.addresses = addresses;
    this.proxies = proxies == null ? List.of() : List.copyOf(proxies);
  }
}
