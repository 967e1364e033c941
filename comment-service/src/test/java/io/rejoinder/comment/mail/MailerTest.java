package io.rejoinder.comment.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rejoinder.comment.mail.MailProperties.Security;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mail to a real SMTP server in this process, and to one that refuses. */
class MailerTest {

  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final MailAddress READER = new MailAddress("reader@mail.example");

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @AfterEach
  void stop() {
    server.stop();
  }

  private Mailer mailer(Settings settings) {
    MailProperties properties = settings.properties();
    return new Mailer(new Smtp(properties), properties, meters);
  }

  private static Mail mail(String subject) {
    return new Mail(
        READER, subject, "Grüße\n", "<p>Grüße</p>", "https://c.example/stop?token=a", "one-1");
  }

  private static Delivery outcome(CompletableFuture<Delivery> sending) throws Exception {
    return sending.get(BOUND.toMillis(), TimeUnit.MILLISECONDS);
  }

  private double failed(String cause) {
    return meters.counter("rejoinder.mail.failed", "cause", cause).count();
  }

  @Test
  void aMessageArrivesInBothFormsWithTheHeadersThatStopIt() throws Exception {
    server.start();
    try (Mailer mailer = mailer(Settings.of(server.getSmtp().getPort()))) {
      assertThat(outcome(mailer.send(mail("Ünï “code”"), BOUND))).isEqualTo(Delivery.SENT);
    }

    MimeMessage message = server.getReceivedMessages()[0];
    assertThat(message.getSubject()).isEqualTo("Ünï “code”");
    assertThat(message.getAllRecipients()[0]).hasToString("reader@mail.example");
    assertThat(message.getFrom()[0]).hasToString("The film club <comments@club.example>");
    assertThat(message.getHeader("Message-ID")).containsExactly("<one-1@club.example>");
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(message.getHeader("List-Unsubscribe"))
        .containsExactly("<https://c.example/stop?token=a>");
    assertThat(message.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    assertThat(message.getContent()).isInstanceOf(MimeMultipart.class);
    assertThat(message.getContentType()).startsWith("multipart/");
    assertThat(GreenMailUtil.getBody(message)).contains("text/plain", "text/html");
  }

  @Test
  void aSubjectCannotEndItsHeader() throws Exception {
    server.start();
    try (Mailer mailer = mailer(Settings.of(server.getSmtp().getPort()))) {
      String subject = "a\r\nBcc: all@mail.example\r\n\r\nbody\u2028\u202eb\ud800";
      assertThat(outcome(mailer.send(mail(subject), BOUND))).isEqualTo(Delivery.SENT);
    }

    assertThat(server.getReceivedMessages()).hasSize(1);
    MimeMessage message = server.getReceivedMessages()[0];
    assertThat(message.getHeader("Bcc")).isNull();
    assertThat(message.getSubject()).isEqualTo("a  Bcc: all@mail.example    body b");
  }

  @Test
  void aMessageWaitsForAServerThatIsAway() throws Exception {
    server.start();
    int port = server.getSmtp().getPort();
    server.stop();
    GreenMail back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    try (Mailer mailer = mailer(Settings.of(port))) {
      CompletableFuture<Delivery> sending = mailer.send(mail("Late"), BOUND);
      await().atMost(BOUND).until(() -> failed("server-away") > 1);
      assertThat(sending).isNotDone();

      back.start();

      assertThat(outcome(sending)).isEqualTo(Delivery.SENT);
      assertThat(back.getReceivedMessages()).hasSize(1);
    } finally {
      back.stop();
    }
  }

  @Test
  void whatNobodyTakesInTimeIsGivenUp() throws Exception {
    server.start();
    int port = server.getSmtp().getPort();
    server.stop();
    try (Mailer mailer = mailer(Settings.of(port))) {
      assertThat(outcome(mailer.send(mail("Late"), Duration.ofMillis(100))))
          .isEqualTo(Delivery.GIVEN_UP);
    }
    assertThat(failed("given-up")).isEqualTo(1);
  }

  @Test
  void nothingIsSentInTheOpenWhereTlsIsWanted() throws Exception {
    server.start();
    Settings settings = new Settings(server.getSmtp().getPort(), Security.STARTTLS, 10, 3);
    try (Mailer mailer = mailer(settings)) {
      assertThat(outcome(mailer.send(mail("Secret"), Duration.ofMillis(300))))
          .isEqualTo(Delivery.GIVEN_UP);
    }
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aRefusalForGoodIsFinalAndOneForNowIsNot() throws Exception {
    try (ScriptedServer refusing = new ScriptedServer(450, 250, 550);
        Mailer mailer = mailer(Settings.of(refusing.port()))) {
      assertThat(outcome(mailer.send(mail("Grey"), BOUND))).isEqualTo(Delivery.PUT_OFF);
      await().atMost(BOUND).until(() -> meters.counter("rejoinder.mail.sent").count() == 1);
      assertThat(outcome(mailer.send(mail("Nobody"), BOUND))).isEqualTo(Delivery.REFUSED);
      assertThat(refusing.asked()).isEqualTo(3);
    }
    assertThat(failed("put-off")).isEqualTo(1);
    assertThat(failed("refused")).isEqualTo(1);
  }

  @Test
  void noMoreWaitThanTheQueueHoldsAndNoneBeyondTheEnd() throws Exception {
    server.start();
    int port = server.getSmtp().getPort();
    server.stop();
    CompletableFuture<Delivery> waiting;
    try (Mailer mailer = mailer(new Settings(port, Security.NONE, 1, 3))) {
      waiting = mailer.send(mail("First"), BOUND);
      assertThatThrownBy(() -> outcome(mailer.send(mail("Second"), BOUND)))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(RejectedExecutionException.class);
    }
    assertThat(waiting).isCompletedExceptionally();
  }

  @Test
  void anAddressIsAskedSoOftenAndNoMoreHoweverItIsSpelt() {
    try (Mailer mailer = mailer(new Settings(1, Security.NONE, 1, 2))) {
      assertThat(mailer.mayAsk(READER)).isTrue();
      assertThat(mailer.mayAsk(new MailAddress("READER@mail.example"))).isTrue();
      assertThat(mailer.mayAsk(READER)).isFalse();
      assertThat(mailer.mayAsk(new MailAddress("other@mail.example"))).isTrue();
    }
  }

  @Test
  void whatWaitsCanBeTakenBack() throws Exception {
    server.start();
    int port = server.getSmtp().getPort();
    server.stop();
    GreenMail back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    try (Mailer mailer = mailer(Settings.of(port))) {
      CompletableFuture<Delivery> first = mailer.send(mail("First"), BOUND);
      await().atMost(BOUND).until(() -> first.cancel(false));
      back.start();
      assertThat(outcome(mailer.send(mail("Second"), BOUND))).isEqualTo(Delivery.SENT);
    } finally {
      assertThat(back.getReceivedMessages()).hasSize(1);
      back.stop();
    }
  }
}
