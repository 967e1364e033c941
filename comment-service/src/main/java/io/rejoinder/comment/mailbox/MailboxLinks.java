package io.rejoinder.comment.mailbox;

import io.rejoinder.comment.mail.LinkTokens;
import io.rejoinder.comment.mail.Mail;
import io.rejoinder.comment.mail.MailAddress;
import io.rejoinder.comment.personal.Person;
import io.rejoinder.comment.rendering.Letter;
import io.rejoinder.comment.rendering.Words;
import io.rejoinder.events.Sealer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The link to the data of an e-mail address, and the message that brings it. Threadsafe. */
final class MailboxLinks {

  static final String DATA = "/your-data/mailbox";

  private static final String PURPOSE = "mailbox.data";

  private final LinkTokens tokens;
  private final Sealer sealer;
  private final String service;
  private final Duration works;
  private final Clock clock;

  /** Links to a service at this public address. */
  MailboxLinks(LinkTokens tokens, Sealer sealer, String service, Duration works, Clock clock) {
    this.tokens = tokens;
    this.sealer = sealer;
    this.service = service.endsWith("/") ? service.substring(0, service.length() - 1) : service;
    this.works = works;
    this.clock = clock;
  }

  /** The message to an address of which nobody knows yet whose it is. */
  Mail letter(MailAddress to, Words words) {
    String link = service + DATA + "?token=" + tokens.token(PURPOSE, to.value(), works);
    Letter letter = new Letter(words);
    letter.paragraph(words.say("data.mail.asked"));
    letter.paragraph(words.say("data.mail.open", words.date(clock.instant().plus(works))));
    letter.link(link, link);
    letter.paragraph(words.say("data.mail.otherwise"));
    // It names nobody: an address is not to be had from the ids of messages.
    String id = "data." + sealer.seal(to.value()).hash() + "." + clock.instant().toEpochMilli();
    return new Mail(to, words.say("data.mail.subject"), letter.text(), letter.html(), null, id);
  }

  /** Whose data a link leads to; empty where it was not made here, or its time is over. */
  Optional<Person.Mailbox> owner(String token) {
    return tokens
        .content(PURPOSE, token)
        .map(email -> new Person.Mailbox(email, sealer.seal(email).hash()));
  }
}
