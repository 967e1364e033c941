package io.rejoinder.comment.mail;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.regex.Pattern;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The SMTP server that e-mail is handed to. Without a host nothing is sent, and readers are not
 * offered what needs it. Limits are each instance's own.
 *
 * @param host the server's name; default none, which is off
 * @param port its port, 1..65535; default 587 (submission, RFC 6409); 465 goes with {@code tls}
 * @param user who signs in there; default empty: nobody
 * @param password with which; default empty
 * @param from the sender, {@code address} or {@code Name <address>}; needed where there is a host.
 *     Its domain should have SPF and DKIM set for that server, else mailboxes take it for spam
 * @param security how the connection is protected; default {@code starttls}
 * @param connectTimeout how long a connection may take to be made; default 10 s
 * @param timeout how long the server may take for one answer; default 30 s
 * @param threads messages that are handed over at a time, 1..16; default 2
 * @param queue messages that wait at most; more are refused; default 1000
 * @param pause how long nothing is tried after the server did not answer, doubled each time, 5
 *     minutes at most; default 1 s
 * @param putOff how long a message waits that the server put off (a code 4xx, as of greylisting)
 *     before it is tried again, for 4 hours; default 2 minutes
 * @param perAddress messages that one address gets in an hour of which it did not say itself that
 *     it wants them; default 3
 * @param perHour messages of any kind in an hour; default 1000. More wait
 */
@Validated
@ConfigurationProperties("rejoinder.mail")
record MailProperties(
    @DefaultValue("") String host,
    @Min(1) @Max(65535) @DefaultValue("587") int port,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("") String from,
    @DefaultValue("starttls") Security security,
    @DurationMin(millis = 1) @DefaultValue("10s") Duration connectTimeout,
    @DurationMin(millis = 1) @DefaultValue("30s") Duration timeout,
    @Min(1) @Max(16) @DefaultValue("2") int threads,
    @Positive @DefaultValue("1000") int queue,
    @DurationMin(millis = 1) @DefaultValue("1s") Duration pause,
    @DurationMin(millis = 1) @DefaultValue("2m") Duration putOff,
    @Positive @DefaultValue("3") int perAddress,
    @Positive @DefaultValue("1000") int perHour) {

  private static final Pattern SENDER = Pattern.compile("([^<>\\p{Cntrl}\"]*)<([^<>]+)>");

  /** How the connection to the server is protected. Certificates are checked, names included. */
  enum Security {
    /** Plain at first, then TLS: without it nothing is sent. */
    STARTTLS,
    /** TLS from the first byte. */
    TLS,
    /** None: for a server on this machine only. */
    NONE
  }

  boolean on() {
    return !host.isBlank();
  }

  /** The address of {@link #from}. */
  MailAddress sender() {
    var named = SENDER.matcher(from.strip());
    return MailAddress.parse(named.matches() ? named.group(2) : from).orElseThrow();
  }

  /** The name in {@link #from}; empty for none. */
  String senderName() {
    var named = SENDER.matcher(from.strip());
    return named.matches() ? named.group(1).strip() : "";
  }

  /** Whether there is a sender where there is a server. */
  @AssertTrue(
      message = "rejoinder.mail.from: an address, or a name and <address>, where there is a host")
  boolean isSenderKnown() {
    var named = SENDER.matcher(from.strip());
    return !on() || MailAddress.parse(named.matches() ? named.group(2) : from).isPresent();
  }

  /** The password is nobody's to read, in no log either. */
  @Override
  public String toString() {
    return "MailProperties[host=%s, port=%d, security=%s]".formatted(host, port, security);
  }
}
