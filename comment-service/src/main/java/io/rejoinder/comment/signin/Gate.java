package io.rejoinder.comment.signin;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.comment.rate.PeerAddress;
import io.rejoinder.comment.rate.Rates;
import java.io.IOException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What every sign-in passes: the rate of its address, and the counters of what became of it. */
final class Gate {

  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

  private final PeerAddress peer;
  private final Rates rates;
  private final MeterRegistry meters;
  private final ReservedNames names;

  Gate(PeerAddress peer, Rates rates, MeterRegistry meters, ReservedNames names) {
    this.names = names;
    this.peer = peer;
    this.rates = rates;
    this.meters = meters;
  }

  Mono<ServerResponse> paced(ServerRequest request, Supplier<Mono<ServerResponse>> handler) {
    long seconds = rates.secondsToWait(peer.of(request.exchange().getRequest()));
    return seconds > 0
        ? refuse(
            Problem.of(ProblemType.TOO_MANY_REQUESTS)
                .withHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds)),
            request)
        : handler.get();
  }

  /** The names that not everybody may have. */
  ReservedNames names() {
    return names;
  }

  void signedIn() {
    meters.counter("rejoinder.readers.signed.in").increment();
  }

  /** Answers with a problem and counts it by its cause. */
  Mono<ServerResponse> refuse(Problem problem, ServerRequest request) {
    count(problem.type());
    return problem.answer(request);
  }

  private void count(ProblemType type) {
    meters.counter("rejoinder.sign.ins.refused", "cause", type.slug()).increment();
  }

  /** Answers what went wrong with a token, or with who could tell whether it is right. */
  Mono<ServerResponse> failed(ServerRequest request, String whose, Throwable cause) {
    note(whose, cause);
    if (cause instanceof TokenRefused refused) {
      return Problem.of(ProblemType.SIGN_IN_REFUSED, refused.errors()).answer(request);
    }
    return cause instanceof IOException
        ? Problem.of(ProblemType.SIGN_IN_UNAVAILABLE)
            .withHeader(HttpHeaders.RETRY_AFTER, "30")
            .answer(request)
        : Mono.error(cause);
  }

  /** Counts and logs it: parts and measures, nothing of a token. */
  void note(String whose, Throwable cause) {
    if (cause instanceof TokenRefused refused) {
      count(ProblemType.SIGN_IN_REFUSED);
      LOG.info("a token of {} was refused: {}", whose, refused.errors());
    } else {
      count(ProblemType.SIGN_IN_UNAVAILABLE);
      LOG.warn("{} cannot be asked: {}", whose, String.valueOf(cause));
    }
  }
}
