package io.rejoinder.comment.submission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.comment.rate.PeerAddress;
import io.rejoinder.comment.rate.Rates;
import io.rejoinder.events.comment.CommentId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What every write passes: the rate of its address, and the counters of what became of it. */
final class Gate {

  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

  private final PeerAddress peer;
  private final Rates rates;
  private final MeterRegistry meters;
  private final Counter accepted;

  Gate(PeerAddress peer, Rates rates, MeterRegistry meters) {
    this.peer = peer;
    this.rates = rates;
    this.meters = meters;
    this.accepted = meters.counter("rejoinder.submissions.accepted");
  }

  String address(ServerRequest request) {
    return peer.of(request.exchange().getRequest());
  }

  long secondsToWait(String address) {
    return rates.secondsToWait(address);
  }

  static Problem waitFor(long seconds) {
    return Problem.of(ProblemType.TOO_MANY_REQUESTS)
        .withHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
  }

  void accepted() {
    accepted.increment();
  }

  /** Answers with a problem and counts it by its cause. */
  Mono<ServerResponse> refuse(Problem problem, ServerRequest request) {
    meters.counter("rejoinder.submissions.refused", "cause", problem.type().slug()).increment();
    return problem.answer(request);
  }

  Mono<ServerResponse> notConfirmed(CommentId id, Throwable cause, ServerRequest request) {
    LOG.warn("{} was not confirmed: {}", id, cause.toString());
    return refuse(
        Problem.of(ProblemType.NOT_CONFIRMED).withHeader(HttpHeaders.RETRY_AFTER, "2"), request);
  }
}
