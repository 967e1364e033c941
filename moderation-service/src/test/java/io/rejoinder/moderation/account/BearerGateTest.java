package io.rejoinder.moderation.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class BearerGateTest {

  private static final InetSocketAddress ONE = new InetSocketAddress("192.0.2.7", 4711);
  private static final InetSocketAddress OTHER = new InetSocketAddress("192.0.2.8", 4711);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<String> seen = new ArrayList<>();
  private final BearerGate gate =
      new BearerGate(
          secret ->
              Optional.of(new Bearers.Bearer("t-1", "one", Set.of(Scope.QUEUE_READ)))
                  .filter(bearer -> secret.equals("good")),
          new LockOut(
              new AccountProperties(Duration.ofHours(12), 5, 20, Duration.ofMinutes(15)),
              Clock.systemUTC()),
          meters);

  private Mono<Void> sent(String authorization) {
    var request =
        MockServerHttpRequest.get("/api/queue")
            .remoteAddress(ONE)
            .header("Authorization", authorization);
    return gate.filter(MockServerWebExchange.from(request), this::pass);
  }

  private Mono<Void> pass(ServerWebExchange exchange) {
    return Mono.fromRunnable(
        () -> seen.add(BearerGate.bearer(exchange).map(Bearers.Bearer::id).orElse("nobody")));
  }

  private static void refused(Mono<Void> answer, ProblemType type) {
    assertThatThrownBy(answer::block)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.type()).isEqualTo(type));
  }

  @Test
  void goodTokenPassesThoughBadOnesAreLockedOut() {
    for (int i = 0; i < 20; i++) {
      refused(sent("Bearer bad"), ProblemType.BEARER_REFUSED);
    }
    refused(sent("Bearer bad"), ProblemType.LOCKED_OUT);
    StepVerifier.create(sent("bearer good")).verifyComplete();
    assertThat(seen).containsExactly("t-1");
  }

  @Test
  void otherWaysToAuthenticateAreNoneOfItsBusiness() {
    StepVerifier.create(sent("Basic YTpi")).verifyComplete();
    assertThat(seen).containsExactly("nobody");
    refused(sent("Bearer"), ProblemType.BEARER_REFUSED);
  }

  @Test
  void twentyBadTokensLockTheClientsBadOnesOut() {
    for (int i = 0; i < 20; i++) {
      assertThat(gate.failed(ONE)).isEmpty();
    }
    assertThat(gate.failed(ONE)).isPresent();
    assertThat(gate.failed(OTHER)).isEmpty();
    assertThat(meters.counter("rejoinder.account.bearers.refused", "cause", "locked-out").count())
        .isEqualTo(1);
  }
}
