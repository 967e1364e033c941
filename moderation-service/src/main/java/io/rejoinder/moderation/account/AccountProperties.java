package io.rejoinder.moderation.account;

import io.rejoinder.events.Topics;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Sign-in: {@code rejoinder.account.*}.
 *
 * @param session how long one lasts after signing in, at most 30 days; 12 h, a working day
 * @param failures sign-ins that may fail for one account before it is locked out; 5
 * @param failuresPerAddress the same for one network address (IPv6: the /64); 20
 * @param lockOut how long a lock-out lasts after the last failure that counted; 15 min
 */
@Validated
@ConfigurationProperties("rejoinder.account")
public record AccountProperties(
    @DefaultValue("12h") Duration session,
    @DefaultValue("5") @Min(1) int failures,
    @DefaultValue("20") @Min(1) int failuresPerAddress,
    @DefaultValue("15m") Duration lockOut) {

  /** Checks that a session is not longer than it is remembered. */
  public AccountProperties {
    if (session.compareTo(Topics.SESSIONS_KEPT) > 0) {
      throw new IllegalArgumentException(
          "rejoinder.account.session: " + session + " (at most " + Topics.SESSIONS_KEPT + ")");
    }
  }

  /**
   * Where the service stands.
   *
   * @param data the data folder
   * @param console the console's public address
   */
  record Place(Path data, URI console) {

    /** Whether the console is reached through TLS: cookies are bound to that then. */
    boolean secure() {
      return "https".equals(console.getScheme());
    }

    /** Whether only this machine reaches the console. */
    boolean loopback() {
      String host = console.getHost();
      return host != null
          && (host.equals("localhost") || host.equals("[::1]") || host.startsWith("127."));
    }
  }
}
