package io.rejoinder.moderation.alert;

import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Alerts: {@code rejoinder.alerts.*}. Nothing is sent without an address.
 *
 * @param webhook where a request is sent to, {@code https} or {@code http}; none by default
 * @param secret what requests are signed with, at least 16 characters; required with an address
 * @param gather how long others are waited for after the first, so that one alert tells of all; 10
 *     s
 * @param pause between two alerts of one instance, at least; 5 min
 * @param least how many there have to be for one; 1
 * @param timeout how long the address may take to answer; 10 s
 */
@Validated
@ConfigurationProperties("rejoinder.alerts")
record AlertProperties(
    @Nullable URI webhook,
    @Nullable String secret,
    @DefaultValue("10s") Duration gather,
    @DefaultValue("5m") Duration pause,
    @DefaultValue("1") @Min(1) int least,
    @DefaultValue("10s") Duration timeout) {

  private static final int SHORTEST_SECRET = 16;

  /** Checks that an address can be sent to, and that requests to it can be signed. */
  AlertProperties {
    if (webhook != null) {
      String scheme = webhook.getScheme();
      boolean http = "https".equals(scheme) || "http".equals(scheme);
      if (!http || webhook.getHost() == null) {
        throw new IllegalArgumentException(
            "rejoinder.alerts.webhook: scheme "
                + scheme
                + " (expected: an address of https or http, with a host)");
      }
      int length = secret == null ? 0 : secret.length();
      if (length < SHORTEST_SECRET) {
        throw new IllegalArgumentException(
            "rejoinder.alerts.secret: %d characters (expected: at least %d)"
                .formatted(length, SHORTEST_SECRET));
      }
    }
  }

  @Override
  public String toString() {
    return "AlertProperties[" + webhook + "]";
  }
}
