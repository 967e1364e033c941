package io.rejoinder.comment.identity;

import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;

/** Tells which reader sent a request. Threadsafe. */
public final class Readers {

  /** The header that carries a reader's token. */
  public static final String HEADER = "Rejoinder-Reader";

  private final ReaderTokens tokens;

  Readers(ReaderTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Who sent a request.
   *
   * @param id the reader's id; null without a token, or with one that is refused
   * @param problem what to answer where a token is refused, or missing where one is needed
   */
  public record Sender(@Nullable String id, @Nullable Problem problem) {}

  /** The sender of a request that may come without a token. */
  public Sender of(ServerRequest request) {
    String token = request.exchange().getRequest().getHeaders().getFirst(HEADER);
    if (token == null) {
      return new Sender(null, null);
    }
    String id = tokens.idOf(token).orElse(null);
    return new Sender(id, id == null ? Problem.of(ProblemType.READER_REFUSED) : null);
  }

  /** The sender of a request that needs a token. */
  public Sender required(ServerRequest request) {
    Sender sender = of(request);
    return sender.id() == null && sender.problem() == null
        ? new Sender(null, Problem.of(ProblemType.READER_REQUIRED))
        : sender;
  }
}
