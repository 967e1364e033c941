package io.rejoinder.comment.mail;

import io.rejoinder.comment.mail.MailProperties.Security;
import java.time.Duration;

/** Settings of a server on this machine, with short pauses. */
record Settings(int port, Security security, int queue, int perAddress) {

  static Settings of(int port) {
    return new Settings(port, Security.NONE, 10, 3);
  }

  MailProperties properties() {
    return new MailProperties(
        "127.0.0.1",
        port,
        "",
        "",
        "The film club <comments@club.example>",
        security,
        Duration.ofSeconds(2),
        Duration.ofSeconds(2),
        1,
        queue,
        Duration.ofMillis(20),
        Duration.ofMillis(20),
        perAddress,
        1000);
  }
}
