package io.rejoinder.comment.following;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.comment.edge.FieldError;
import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.comment.mail.Delivery;
import io.rejoinder.comment.mail.MailAddress;
import io.rejoinder.comment.mail.Mailer;
import io.rejoinder.comment.rate.Rates;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;

/**
 * Asks the owner of an address whether they want to follow. Whoever asked hears the same in any
 * case: whether the address follows already, or was asked too often, is nobody's to know.
 */
final class Asking {

  private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

  private final Mailer mailer;
  private final Letters letters;
  private final Rates rates;
  private final FollowingProperties bounds;
  private final MeterRegistry meters;

  Asking(
      Mailer mailer,
      Letters letters,
      Rates rates,
      FollowingProperties bounds,
      MeterRegistry meters) {
    this.mailer = mailer;
    this.letters = letters;
    this.rates = rates;
    this.bounds = bounds;
    this.meters = meters;
  }

  /**
   * Who asks, and for what.
   *
   * @param from the network address that the request came from
   * @param typed the e-mail address as it came
   * @param subject what is to be followed
   */
  record Wish(String from, @Nullable String typed, Subject subject) {}

  /** As {@link Asked}, without the address. */
  record Subject(
      String thread, @Nullable String comment, String language, @Nullable String reader) {}

  /** Whether anything can be asked. */
  boolean on() {
    return mailer.on();
  }

  /** Sends a confirmation; what to answer where that was refused. */
  Optional<Problem> ask(Wish wish) {
    Optional<Problem> refusal = refusal(wish);
    meters
        .counter(
            refusal.isEmpty() ? "rejoinder.following.asked" : "rejoinder.following.refused",
            "cause",
            refusal.map(it -> it.type().slug()).orElse("none"))
        .increment();
    return refusal;
  }

  private Optional<Problem> refusal(Wish wish) {
    if (!mailer.on()) {
      return Optional.of(Problem.of(ProblemType.MAIL_OFF));
    }
    String typed = wish.typed() == null ? "" : wish.typed();
    Optional<MailAddress> address = MailAddress.parse(typed);
    if (address.isEmpty()) {
      return Optional.of(
          Problem.of(
              ProblemType.INVALID_REQUEST,
              List.of(
                  new FieldError(
                      "email", "length " + typed.length(), "name@host, at most 254 characters"))));
    }
    long seconds = rates.secondsToWait(wish.from());
    if (seconds > 0) {
      return Optional.of(
          Problem.of(ProblemType.TOO_MANY_REQUESTS)
              .withHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
    }
    return mailer.mayAsk(address.get()) ? send(wish.subject(), address.get()) : Optional.empty();
  }

  private Optional<Problem> send(Subject subject, MailAddress to) {
    Asked asked =
        new Asked(
            to.value(), subject.thread(), subject.comment(), subject.language(), subject.reader());
    CompletableFuture<Delivery> sending =
        mailer.send(letters.confirmation(asked, to), bounds.confirmWithin());
    if (sending.isCompletedExceptionally()) {
      LOG.warn("a confirmation was not queued: too many messages wait");
      return Optional.of(
          Problem.of(ProblemType.NOT_CONFIRMED).withHeader(HttpHeaders.RETRY_AFTER, "60"));
    }
    return Optional.empty();
  }
}
