package io.rejoinder.comment.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.comment.mail.MailProperties.Security;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** An SMTP server. Threadsafe. */
final class Smtp implements Outbox {

  /** Service not available, closing the channel (RFC 5321, 4.2.3): not about one message. */
  private static final int CLOSING = 421;

  private static final int LAST_OF_MESSAGES = 599;

  private final JavaMailSenderImpl server = new JavaMailSenderImpl();
  private final MailAddress from;
  private final String name;

  Smtp(MailProperties settings) {
    this.from = settings.sender();
    this.name = settings.senderName();
    server.setHost(settings.host());
    server.setPort(settings.port());
    server.setDefaultEncoding(UTF_8.name());
    server.setProtocol(settings.security() == Security.TLS ? "smtps" : "smtp");
    if (!settings.user().isEmpty()) {
      server.setUsername(settings.user());
      server.setPassword(settings.password());
    }
    server.setJavaMailProperties(properties(settings));
  }

  /** See <a href="https://eclipse-ee4j.github.io/angus-mail/docs/api/">Angus Mail</a>. */
  private static Properties properties(MailProperties settings) {
    Properties all = new Properties();
    String prefix = settings.security() == Security.TLS ? "mail.smtps." : "mail.smtp.";
    boolean upgrade = settings.security() == Security.STARTTLS;
    all.setProperty(prefix + "auth", Boolean.toString(!settings.user().isEmpty()));
    all.setProperty(prefix + "starttls.enable", Boolean.toString(upgrade));
    all.setProperty(prefix + "starttls.required", Boolean.toString(upgrade));
    all.setProperty(prefix + "ssl.checkserveridentity", "true");
    all.setProperty(prefix + "connectiontimeout", millis(settings.connectTimeout()));
    all.setProperty(prefix + "timeout", millis(settings.timeout()));
    // Writing has no bound of its own without it.
    all.setProperty(prefix + "writetimeout", millis(settings.timeout()));
    // Bounces go to the sender, and the greeting has a name that does not ask a resolver.
    all.setProperty(prefix + "from", settings.sender().value());
    all.setProperty(prefix + "localhost", domain(settings.sender()));
    return all;
  }

  private static String millis(Duration time) {
    return Long.toString(time.toMillis());
  }

  private static String domain(MailAddress address) {
    return address.value().substring(address.value().lastIndexOf('@') + 1);
  }

  @Override
  public void send(Mail mail) throws Refused, Away {
    try {
      server.send(message(mail));
    } catch (MailException e) {
      int code = code(e);
      if (code == 0) {
        throw new Away(cause(e));
      }
      throw new Refused(code);
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new IllegalStateException(
          mail.id() + ": not a message: " + e.getClass().getName(), null);
    }
  }

  private MimeMessage message(Mail mail) throws MessagingException, UnsupportedEncodingException {
    MimeMessage message = new Identified(server.getSession(), mail.id() + "@" + domain(from));
    message.setFrom(new InternetAddress(from.value(), name.isEmpty() ? null : name, UTF_8.name()));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to().value()));
    message.setSubject(mail.subject(), UTF_8.name());
    if (mail.html() == null) {
      message.setText(mail.text(), UTF_8.name());
    } else {
      // The best form comes last (RFC 2046, 5.1.4).
      message.setContent(
          new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html")));
    }
    // Out-of-office replies are not for machines (RFC 3834).
    message.setHeader("Auto-Submitted", "auto-generated");
    if (mail.stop() != null) {
      message.setHeader("List-Unsubscribe", "<" + mail.stop() + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    return message;
  }

  private static MimeBodyPart part(String content, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(content, UTF_8.name(), subtype);
    return part;
  }

  /** The code with which this one message was refused; 0 where it would have been any message. */
  private static int code(MailException failure) {
    if (failure instanceof MailSendException sending) {
      for (Exception each : sending.getMessageExceptions()) {
        for (Exception e = each; e instanceof MessagingException; e = next(e)) {
          int code = ofMessage(e);
          if (code != 0) {
            return code;
          }
        }
      }
    }
    return 0;
  }

  private static Exception next(Exception e) {
    Exception next = ((MessagingException) e).getNextException();
    return next == null ? new Exception() : next;
  }

  private static int ofMessage(Exception e) {
    int code = 0;
    if (e instanceof SMTPAddressFailedException address) {
      code = address.getReturnCode();
    } else if (e instanceof SMTPSendFailedException sending) {
      code = sending.getReturnCode();
    }
    return code == CLOSING || code > LAST_OF_MESSAGES || code < 0 ? 0 : code;
  }

  /** Names of classes alone: what servers say holds addresses. */
  private static String cause(MailException failure) {
    Throwable last = failure;
    if (failure instanceof MailSendException sending && sending.getMessageExceptions().length > 0) {
      last = sending.getMessageExceptions()[0];
    }
    String first = last.getClass().getSimpleName();
    while (last.getCause() != null && !(last instanceof SendFailedException)) {
      last = last.getCause();
    }
    String root = last.getClass().getSimpleName();
    return first.equals(root) ? first : first + ": " + root;
  }

  /** A message whose id is given, where Jakarta Mail would make a new one each time. */
  private static final class Identified extends MimeMessage {
    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + ">");
    }
  }
}
