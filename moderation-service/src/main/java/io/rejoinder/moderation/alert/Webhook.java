package io.rejoinder.moderation.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sends alerts. A request carries {@code Rejoinder-Signature: t=<seconds since 1970>,v1=<HMAC>}:
 * the HMAC-SHA256, in hexadecimal, of the seconds, a full stop and the body, keyed with the secret.
 */
final class Webhook {

  static final String SIGNATURE = "Rejoinder-Signature";
  private static final String ALGORITHM = "HmacSHA256";

  private final HttpClient http;
  private final URI address;
  private final SecretKeySpec key;
  private final Duration timeout;

  Webhook(URI address, String secret, Duration timeout) {
    this.address = address;
    this.key = new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM);
    this.timeout = timeout;
    // Nobody but the operator says where requests go to.
    this.http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
  }

  /**
   * Sends one.
   *
   * @throws IOException if the address cannot be reached, or answers with anything but a success
   */
  void send(Alert alert) throws IOException, InterruptedException {
    byte[] body = EventCodec.json().writeValueAsBytes(alert);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .header(SIGNATURE, signature(body, alert.at()))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException("status " + answer.statusCode());
    }
  }

  String signature(byte[] body, Instant at) {
    byte[] seconds = (at.getEpochSecond() + ".").getBytes(UTF_8);
    byte[] said = new byte[seconds.length + body.length];
    System.arraycopy(seconds, 0, said, 0, seconds.length);
    System.arraycopy(body, 0, said, seconds.length, body.length);
    return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(Secret.hmac(key, said));
  }

  /**
   * What is sent.
   *
   * @param type always {@code rejoinder.alert.v1}
   * @param at when
   * @param fresh what has come to wait since the last one
   * @param waiting all that waits now
   * @param console the console's address
   */
  record Alert(
      String type, Instant at, Gathered.Counts fresh, Gathered.Counts waiting, URI console) {}
}
