package io.rejoinder.moderation.trial;

import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import io.rejoinder.moderation.rule.ExpressionFault;
import io.rejoinder.moderation.rule.Rules;
import io.rejoinder.moderation.rule.Truth;
import io.rejoinder.moderation.settings.JsonBody;
import io.rejoinder.moderation.settings.SettingsLog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What helps to write a rule: the names that there are, and a check of an expression. */
final class RuleRoutes {

  private static final int EXPRESSION = 2_000;
  private static final Duration SEARCH = Duration.ofSeconds(15);

  private final Supplier<StateLog> log;
  private final Rejudge rejudge;
  private final SettingsLog settings;

  RuleRoutes(Supplier<StateLog> log, Rejudge rejudge, SettingsLog settings) {
    this.log = log;
    this.rejudge = rejudge;
    this.settings = settings;
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET("/api/screening/rules/names", request -> answer(Map.of("names", Rules.names())))
        .POST("/api/screening/rules/check", this::check)
        .build();
  }

  private Mono<ServerResponse> check(ServerRequest request) {
    return JsonBody.of(request, Check.class)
        .publishOn(Schedulers.boundedElastic())
        .map(this::checked)
        .flatMap(RuleRoutes::answer);
  }

  private Checked checked(Check check) {
    String expression = check.expression() == null ? "" : check.expression();
    int length = expression.codePointCount(0, expression.length());
    if (length < 1 || length > EXPRESSION) {
      throw Problem.invalid("expression", length + " characters", "1.." + EXPRESSION);
    }
    List<ExpressionFault> faults = Rules.faults(expression);
    String comment = check.comment();
    return faults.isEmpty() && comment != null
        ? new Checked(faults, on(comment, expression))
        : new Checked(faults, null);
  }

  private Truth on(String comment, String expression) {
    if (!CommentId.wellFormed(comment)) {
      throw Problem.invalid("comment", comment.length() + " characters", "a comment's id");
    }
    CommentState state = find(new CommentId(comment));
    Decision judged =
        Tally.judgement(state)
            .orElseThrow(() -> Problem.invalid("comment", "not judged", "one with evidence"));
    return Rules.truth(expression, rejudge.facts(state, judged, settings.current().lists()));
  }

  private CommentState find(CommentId id) {
    long deadline = System.nanoTime() + SEARCH.toNanos();
    try (StateLog states = log.get()) {
      return states
          .newest(id, () -> System.nanoTime() - deadline < 0)
          .orElseThrow(() -> Problem.invalid("comment", "not found", "a comment there is"));
    } catch (org.apache.kafka.common.KafkaException e) {
      throw new Problem(ProblemType.UNAVAILABLE, null);
    }
  }

  private static Mono<ServerResponse> answer(Object body) {
    return ServerResponse.ok().cacheControl(CacheControl.noStore()).bodyValue(body);
  }

  /** What {@code POST /api/screening/rules/check} takes. */
  record Check(@Nullable String expression, @Nullable String comment) {}

  /**
   * What a check says.
   *
   * @param faults why it is no rule; empty if it is one
   * @param result of the comment that was named; null where none was, or there are faults
   */
  record Checked(List<ExpressionFault> faults, @Nullable Truth result) {}
}
