package io.rejoinder.comment.reaction;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.comment.identity.Readers;
import io.rejoinder.comment.rate.PeerAddress;
import io.rejoinder.comment.rate.Rates;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What every like passes: an identity, its rate and that of its address; counted by the cause. */
final class LikeGate {

  private final Readers readers;
  private final PeerAddress peer;
  private final Rates ofReader;
  private final Rates ofAddress;
  private final MeterRegistry meters;

  LikeGate(
      Readers readers,
      PeerAddress peer,
      LikeProperties bounds,
      boolean limited,
      MeterRegistry meters) {
    this.readers = readers;
    this.peer = peer;
    this.ofReader = new Rates(limited, bounds.perMinute(), bounds.burst(), bounds.remembered());
    this.ofAddress =
        new Rates(limited, bounds.addressPerMinute(), bounds.addressBurst(), bounds.remembered());
    this.meters = meters;
  }

  /** Hands the reader's id to a handler that only tells. */
  Mono<ServerResponse> known(ServerRequest request, Function<String, Mono<ServerResponse>> then) {
    Readers.Sender sender = readers.required(request);
    String id = sender.id();
    Problem problem = sender.problem();
    if (problem != null) {
      return refuse(problem, request);
    }
    return id == null ? refuse(Problem.of(ProblemType.READER_REQUIRED), request) : then.apply(id);
  }

  /** Hands the reader's id to a handler that writes. */
  Mono<ServerResponse> paced(ServerRequest request, Function<String, Mono<ServerResponse>> then) {
    return known(
        request,
        id -> {
          String address = peer.of(request.exchange().getRequest());
          long seconds = Math.max(ofReader.secondsToWait(id), ofAddress.secondsToWait(address));
          return seconds > 0
              ? refuse(
                  Problem.of(ProblemType.TOO_MANY_REQUESTS)
                      .withHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds)),
                  request)
              : then.apply(id);
        });
  }

  void accepted() {
    meters.counter("rejoinder.likes.accepted").increment();
  }

  Mono<ServerResponse> refuse(Problem problem, ServerRequest request) {
    meters.counter("rejoinder.likes.refused", "cause", problem.type().slug()).increment();
    return problem.answer(request);
  }
}
