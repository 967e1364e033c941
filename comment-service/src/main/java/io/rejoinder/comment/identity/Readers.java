package io.rejoinder.comment.identity;

import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;

/** Tells which reader sent a request. Threadsafe. */
public final class Readers {

  /** The header that carries a reader's token. */
  public static final String HEADER = "Rejoinder-Reader";

  private final ReaderTokens tokens;
  private final SignedTokens signed;
  private final Clock clock;

  Readers(ReaderTokens tokens, SignedTokens signed, Clock clock) {
    this.tokens = tokens;
    this.signed = signed;
    this.clock = clock;
  }

  /**
   * Who sent a request.
   *
   * @param id the reader's id; null without a token, or with one that is refused
   * @param problem what to answer where a token is refused, or missing where one is needed
   * @param signedIn what is vouched for of the reader; null for a guest
   */
  public record Sender(
      @Nullable String id, @Nullable Problem problem, @Nullable SignedIn signedIn) {

    private static Sender refused(ProblemType type) {
      return new Sender(null, Problem.of(type), null);
    }

    /** The same where a sign-in counts for its own site only: elsewhere it is refused. */
    public Sender on(String site) {
      return signedIn == null || signedIn.site().equals(site)
          ? this
          : refused(ProblemType.READER_REFUSED);
    }
  }

  /** The sender of a request that may come without a token. */
  public Sender of(ServerRequest request) {
    String token = request.exchange().getRequest().getHeaders().getFirst(HEADER);
    if (token == null) {
      return new Sender(null, null, null);
    }
    if (SignedTokens.shaped(token)) {
      return signed
          .read(token)
          .map(this::inTime)
          .orElseGet(() -> Sender.refused(ProblemType.READER_REFUSED));
    }
    return tokens
        .idOf(token)
        .map(id -> new Sender(id, null, null))
        .orElseGet(() -> Sender.refused(ProblemType.READER_REFUSED));
  }

  private Sender inTime(SignedIn reader) {
    return clock.instant().isBefore(reader.until())
        ? new Sender(reader.reader(), null, reader)
        : Sender.refused(ProblemType.SIGN_IN_OVER);
  }

  /** The sender of a request that needs a token. */
  public Sender required(ServerRequest request) {
    Sender sender = of(request);
    return sender.id() == null && sender.problem() == null
        ? Sender.refused(ProblemType.READER_REQUIRED)
        : sender;
  }
}
