package io.rejoinder.moderation.akismet;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.moderation.account.Bearers.Bearer;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.function.server.ServerResponse.BodyBuilder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The protocol: forms in, one word out, and the rest in headers. */
final class AkismetRoutes {

  private static final String HELP = "X-akismet-debug-help";
  private static final String GUID = "X-akismet-guid";
  private static final String TIP = "X-akismet-pro-tip";

  /** The protocol's words; clients compare them. */
  private static final String THANKS = "Thanks for making the web a better place.";

  /** What a client waits for at most, as WordPress does; then it asks again later. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Duration AGAIN = Duration.ofSeconds(2);

  private final Keys keys;
  private final Checking checking;
  private final Teaching teaching;
  private final Scheduler working;
  private final MeterRegistry meters;

  AkismetRoutes(
      Keys keys, Checking checking, Teaching teaching, Scheduler working, MeterRegistry meters) {
    this.keys = keys;
    this.checking = checking;
    this.teaching = teaching;
    this.working = working;
    this.meters = meters;
  }

  RouterFunction<ServerResponse> routes() {
    RouterFunctions.Builder routes = RouterFunctions.route();
    for (String before : List.of("", "/{key}")) {
      routes
          .POST(before + "/1.1/verify-key", this::verify)
          .POST(before + "/1.1/comment-check", this::check)
          .POST(before + "/1.1/submit-spam", request -> teach(request, true))
          .POST(before + "/1.1/submit-ham", request -> teach(request, false));
    }
    return routes.build();
  }

  private Mono<ServerResponse> verify(ServerRequest request) {
    return answer(
        request,
        List.of("key", "api_key"),
        (bearer, form) -> {
          if (!form.has("blog")) {
            throw Refused.missing("blog");
          }
          return Mono.just(said("verify-key", "valid", ok()));
        });
  }

  private Mono<ServerResponse> check(ServerRequest request) {
    return answer(
        request,
        List.of("api_key"),
        (bearer, form) -> {
          Submission one = Submission.of(form);
          return Mono.fromCallable(() -> checking.check(bearer.id(), one))
              .subscribeOn(working)
              .timeout(PATIENCE)
              .map(this::said);
        });
  }

  private Mono<ServerResponse> teach(ServerRequest request, boolean spam) {
    return answer(
        request,
        List.of("api_key"),
        (bearer, form) -> {
          Submission one = Submission.of(form);
          return Mono.defer(() -> teaching.teach(bearer.id(), one, spam))
              .subscribeOn(working)
              .timeout(PATIENCE)
              .then(
                  Mono.fromSupplier(() -> said(spam ? "submit-spam" : "submit-ham", THANKS, ok())));
        });
  }

  private Mono<ServerResponse> answer(
      ServerRequest request, List<String> fields, BiFunction<Bearer, Form, Mono<Said>> call) {
    return Form.of(request)
        .flatMap(form -> call.apply(keys.of(request, form, fields), form))
        .onErrorResume(
            Refused.class,
            refused ->
                Mono.just(said("refused", refused.body(), ok().header(HELP, refused.help()))))
        // As many wait as may: the client asks again.
        .onErrorMap(
            RejectedExecutionException.class,
            e -> new Problem(ProblemType.UNAVAILABLE, null).retryAfter(AGAIN))
        .flatMap(said -> said.with().bodyValue(said.body()));
  }

  private Said said(Verdict verdict) {
    BodyBuilder with = ok().header(GUID, verdict.guid());
    if (verdict.discard()) {
      with.header(TIP, "discard");
    }
    return said("comment-check", Boolean.toString(verdict.spam()), with);
  }

  private Said said(String call, String body, BodyBuilder with) {
    String counted = call.equals("comment-check") ? body : call;
    meters.counter("rejoinder.akismet.answers", "answer", counted).increment();
    return new Said(body, with);
  }

  private static BodyBuilder ok() {
    return ServerResponse.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.TEXT_PLAIN);
  }

  /** A word, and what it is sent with. */
  private record Said(String body, BodyBuilder with) {}
}
