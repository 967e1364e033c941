package io.rejoinder.review.site;

import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.review.review.Written;
import io.rejoinder.review.site.Problem.FieldError;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Reviews by JSON, for administrators. Described in {@code openapi.yaml}. */
@RestController
@RequestMapping(path = "/api/reviews", consumes = MediaType.APPLICATION_JSON_VALUE)
class ReviewApi {

  private static final int MAX_KEY = 200;

  private final Publishing publishing;
  private final Layout layout;

  ReviewApi(Publishing publishing, Layout layout) {
    this.publishing = publishing;
    this.layout = layout;
  }

  @PostMapping
  Mono<ResponseEntity<Answer>> publish(
      @RequestBody ReviewRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    var errors = request.errors();
    if (key != null && (key.isBlank() || key.length() > MAX_KEY)) {
      errors.add(new FieldError("Idempotency-Key", "length " + key.length(), "1.." + MAX_KEY));
    }
    if (!errors.isEmpty()) {
      throw new Problem(
          HttpStatus.UNPROCESSABLE_CONTENT, "invalid-review", errors.toArray(new FieldError[0]));
    }
    return layout
        .administrator()
        .map(member -> key == null ? UUID.randomUUID().toString() : member.id() + "\n" + key)
        .flatMap(once -> publishing.publish(request, once))
        .map(ReviewApi::published);
  }

  private static ResponseEntity<Answer> published(Written written) {
    boolean created = written.outcome() == Written.Outcome.CREATED;
    return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK)
        .location(URI.create("/reviews/" + written.slug()))
        .body(Answer.of(written));
  }

  @PutMapping("/{id}/comments")
  Mono<Answer> comments(@PathVariable String id, @RequestBody CommentsRequest request) {
    Boolean open = request.open();
    if (open == null) {
      throw new Problem(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "invalid-review",
          new FieldError("open", "missing", "true or false"));
    }
    return publishing.openComments(thread(id), open).map(Answer::of);
  }

  private static ThreadId thread(String id) {
    try {
      return new ThreadId(id);
    } catch (IllegalArgumentException e) {
      throw new Problem(HttpStatus.NOT_FOUND, "unknown-review");
    }
  }

  /** Whether readers may comment. */
  record CommentsRequest(@Nullable Boolean open) {}

  /** A review that was written. */
  record Answer(String id, String slug, long version, String address) {
    static Answer of(Written written) {
      return new Answer(
          written.id().value(), written.slug(), written.version(), "/reviews/" + written.slug());
    }
  }
}
