package io.rejoinder.comment;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real SMTP server that can be away, and what it got, by address. */
final class Mailbox implements AutoCloseable {

  private static final Pattern LINK =
      Pattern.compile("http://localhost:8081(/(?:following|your-data)/\\S+)");

  private final ServerSetup setup = new ServerSetup(port(), "127.0.0.1", "smtp");
  private final List<MimeMessage> before = new ArrayList<>();
  private GreenMail server = new GreenMail(setup);

  Mailbox() {
    server.start();
  }

  private static int port() {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Settings of a service that sends here. */
  String[] settings() {
    return new String[] {
      "rejoinder.mail.host=127.0.0.1",
      "rejoinder.mail.port=" + setup.getPort(),
      "rejoinder.mail.security=none",
      "rejoinder.mail.from=Comments <comments@club.example>",
      "rejoinder.mail.pause=50ms"
    };
  }

  void away() {
    before.addAll(List.of(server.getReceivedMessages()));
    server.stop();
    server = new GreenMail(setup);
  }

  void back() {
    server.start();
  }

  /** Everything that came for an address, in order. */
  List<MimeMessage> of(String address) {
    List<MimeMessage> all = new ArrayList<>(before);
    all.addAll(List.of(server.getReceivedMessages()));
    return all.stream().filter(message -> to(message).equals(address)).toList();
  }

  private static String to(MimeMessage message) {
    try {
      return Arrays.toString(message.getAllRecipients()).replaceAll("[\\[\\]]", "");
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for this many for an address; the last of them. */
  MimeMessage await(int number, String address) {
    await(address).untilAsserted(() -> assertThat(of(address)).hasSizeGreaterThanOrEqualTo(number));
    assertThat(of(address)).hasSize(number);
    return of(address).get(number - 1);
  }

  private static org.awaitility.core.ConditionFactory await(String address) {
    return org.awaitility.Awaitility.await(address).atMost(Platform.BOUND);
  }

  static String subject(MimeMessage message) throws MessagingException {
    return message.getSubject();
  }

  static String text(MimeMessage message) {
    return part(message, 0);
  }

  static String html(MimeMessage message) {
    return part(message, 1);
  }

  private static String part(MimeMessage message, int number) {
    try {
      BodyPart part = ((MimeMultipart) message.getContent()).getBodyPart(number);
      return ((String) part.getContent()).replace("\r\n", "\n");
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The path of the link that a message has to this service. */
  static String link(MimeMessage message) {
    Matcher found = LINK.matcher(text(message));
    assertThat(found.find()).as(text(message)).isTrue();
    return found.group(1);
  }

  @Override
  public void close() {
    server.stop();
  }
}
