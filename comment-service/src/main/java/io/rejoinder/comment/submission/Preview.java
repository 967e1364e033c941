package io.rejoinder.comment.submission;

import io.rejoinder.comment.edge.Bodies;
import io.rejoinder.comment.edge.FieldError;
import io.rejoinder.comment.edge.Json;
import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.comment.edge.Reply;
import io.rejoinder.comment.rate.Rates;
import io.rejoinder.comment.thread.Markdown;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Shows a text as it would be published, by the renderer that publishes; nothing is kept. */
final class Preview {

  private final Gate gate;
  private final Rates rates;
  private final Limits limits;
  private final Bodies<Text> bodies;

  Preview(Gate gate, Rates rates, Limits limits) {
    this.gate = gate;
    this.rates = rates;
    this.limits = limits;
    this.bodies = new Bodies<>(Text.class, (int) limits.body().toBytes(), gate::refuse);
  }

  /**
   * A text as it comes.
   *
   * @param text in the Markdown of comments
   */
  record Text(@Nullable String text) {}

  private record Shown(String html) {}

  Mono<ServerResponse> show(ServerRequest request) {
    long seconds = rates.secondsToWait(gate.address(request));
    return seconds > 0
        ? gate.refuse(Gate.waitFor(seconds), request)
        : bodies.read(request, draft -> show(request, Checks.stripped(draft.text())));
  }

  private Mono<ServerResponse> show(ServerRequest request, String text) {
    List<FieldError> errors = new ArrayList<>(0);
    Checks.text("text", text, limits.text(), errors);
    if (!errors.isEmpty()) {
      return gate.refuse(Problem.of(ProblemType.INVALID_COMMENT, errors), request);
    }
    return Reply.json(HttpStatus.OK, Json.bytes(new Shown(Markdown.html(text))))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .mono();
  }
}
