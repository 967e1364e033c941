package io.rejoinder.comment.identity;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.comment.rate.PeerAddress;
import io.rejoinder.comment.rate.Rates;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * What everything passes that readers say of comments: an identity, its rate and that of its
 * address; counted by the cause of a refusal. Threadsafe.
 */
public final class ReaderGate {

  private final Readers readers;
  private final PeerAddress peer;
  private final Rates ofReader;
  private final Rates ofAddress;
  private final MeterRegistry meters;
  private final String counted;

  /**
   * A gate with counters of its own.
   *
   * @param counted what passes, as in {@code rejoinder.<counted>.accepted}
   */
  public ReaderGate(
      Readers readers, PeerAddress peer, Pace pace, MeterRegistry meters, String counted) {
    this.readers = readers;
    this.peer = peer;
    this.ofReader = new Rates(pace.limited, pace.perMinute, pace.burst, pace.remembered);
    this.ofAddress =
        new Rates(pace.limited, pace.addressPerMinute, pace.addressBurst, pace.remembered);
    this.meters = meters;
    this.counted = counted;
  }

  /**
   * How often something may be said.
   *
   * @param limited off for measurements only
   * @param perMinute by one identity in a minute
   * @param burst by one identity at once
   * @param addressPerMinute from one network address in a minute
   * @param addressBurst from one network address at once
   * @param remembered identities, and addresses, that are remembered at most
   */
  public record Pace(
      boolean limited,
      int perMinute,
      int burst,
      int addressPerMinute,
      int addressBurst,
      int remembered) {}

  /** Hands the reader's id to a handler that only tells. */
  public Mono<ServerResponse> known(
      ServerRequest request, Function<String, Mono<ServerResponse>> then) {
    Readers.Sender sender = readers.required(request);
    String id = sender.id();
    Problem problem = sender.problem();
    if (problem != null) {
      return refuse(problem, request);
    }
    return id == null ? refuse(Problem.of(ProblemType.READER_REQUIRED), request) : then.apply(id);
  }

  /** Hands the reader's id to a handler that writes. */
  public Mono<ServerResponse> paced(
      ServerRequest request, Function<String, Mono<ServerResponse>> then) {
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

  /**
   * Where a request comes from, if whoever sent it could have many identities: its network address.
   * Nobody has many that somebody else vouches for.
   */
  public Optional<String> source(ServerRequest request) {
    return readers.of(request).signedIn() == null
        ? Optional.of(peer.of(request.exchange().getRequest()))
        : Optional.empty();
  }

  /** Counts what the broker has. */
  public void accepted() {
    meters.counter("rejoinder." + counted + ".accepted").increment();
  }

  /** Answers with a problem, and counts it. */
  public Mono<ServerResponse> refuse(Problem problem, ServerRequest request) {
    meters.counter("rejoinder." + counted + ".refused", "cause", problem.type().slug()).increment();
    return problem.answer(request);
  }
}
