package io.rejoinder.comment.mail;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.comment.edge.FieldError;
import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.comment.rate.Rates;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;

/**
 * Asks the owner of an address, by a message with a link, whether they want something. Whoever
 * asked for it hears the same in any case: what is known of the address, or whether it was asked
 * too often, is not theirs to know. Threadsafe.
 */
public final class Asking {

  private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

  private final Mailer mailer;
  private final Rates rates;
  private final Duration within;
  private final MeterRegistry meters;
  private final String counted;

  /**
   * Asks for one thing.
   *
   * @param rates of network addresses that requests come from
   * @param within how long a message is tried: as long as its link works
   * @param counted what is asked for, as the counters {@code rejoinder.<counted>.asked} and {@code
   *     .refused} have it
   */
  public Asking(Mailer mailer, Rates rates, Duration within, MeterRegistry meters, String counted) {
    this.mailer = mailer;
    this.rates = rates;
    this.within = within;
    this.meters = meters;
    this.counted = counted;
  }

  /** Whether anything can be asked. */
  public boolean on() {
    return mailer.on();
  }

  /**
   * Sends the question.
   *
   * @param from the network address that the request came from
   * @param typed the e-mail address as it came
   * @param letter the message, which has the link
   * @return what to answer where that was refused
   */
  public Optional<Problem> ask(
      String from, @Nullable String typed, Function<MailAddress, Mail> letter) {
    Optional<Problem> refusal = refusal(from, typed == null ? "" : typed, letter);
    meters
        .counter(
            "rejoinder." + counted + (refusal.isEmpty() ? ".asked" : ".refused"),
            "cause",
            refusal.map(it -> it.type().slug()).orElse("none"))
        .increment();
    return refusal;
  }

  private Optional<Problem> refusal(String from, String typed, Function<MailAddress, Mail> letter) {
    if (!mailer.on()) {
      return Optional.of(Problem.of(ProblemType.MAIL_OFF));
    }
    Optional<MailAddress> address = MailAddress.parse(typed);
    if (address.isEmpty()) {
      return Optional.of(
          Problem.of(
              ProblemType.INVALID_REQUEST,
              List.of(
                  new FieldError(
                      "email", "length " + typed.length(), "name@host, at most 254 characters"))));
    }
    long seconds = rates.secondsToWait(from);
    if (seconds > 0) {
      return Optional.of(
          Problem.of(ProblemType.TOO_MANY_REQUESTS)
              .withHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
    }
    return mailer.mayAsk(address.get()) ? send(letter.apply(address.get())) : Optional.empty();
  }

  private Optional<Problem> send(Mail letter) {
    CompletableFuture<Delivery> sending = mailer.send(letter, within);
    if (sending.isCompletedExceptionally()) {
      LOG.warn("{}: not queued, too many messages wait", letter);
      return Optional.of(
          Problem.of(ProblemType.NOT_CONFIRMED).withHeader(HttpHeaders.RETRY_AFTER, "60"));
    }
    return Optional.empty();
  }
}
