package io.rejoinder.comment.rendering;

import io.rejoinder.comment.edge.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Takes plain forms, and shows authors where their comments stand. */
final class SubmissionPages {

  private final Api api;
  private final ThreadPages pages;
  private final SubmissionDocument document;
  private final Document frame;
  private final OwnForms ownForms;

  SubmissionPages(Api api, ThreadPages pages, Document frame, OwnForms ownForms) {
    this.api = api;
    this.pages = pages;
    this.document = new SubmissionDocument(frame);
    this.frame = frame;
    this.ownForms = ownForms;
  }

  Mono<ServerResponse> post(ServerRequest request) {
    String thread = request.pathVariable("thread");
    return form(
        request,
        sent ->
            api.send(
                    request,
                    HttpMethod.POST,
                    "/api/threads/" + Links.encoded(thread) + "/comments",
                    key(sent),
                    draft(sent))
                .flatMap(answer -> posted(request, thread, sent, answer)));
  }

  private static Map<String, String> key(FormBody sent) {
    String key = sent.get("key");
    return key.isEmpty() ? Map.of() : Map.of("Idempotency-Key", key);
  }

  /** The body as a script sends it. */
  private static Map<String, Object> draft(FormBody sent) {
    Map<String, Object> draft = new LinkedHashMap<>();
    draft.put("text", sent.get("text"));
    draft.put("author", Map.of("name", sent.get("name"), "email", sent.get("email")));
    draft.put("parent", sent.get("parent"));
    draft.put("form", Map.of("token", sent.get("token"), "website", sent.get("website")));
    return draft;
  }

  private Mono<ServerResponse> posted(
      ServerRequest request, String thread, FormBody sent, Api.Answer answer) {
    if (answer.successful()) {
      Receipt receipt = answer.as(Receipt.class);
      return seeOther(Links.RELATIVE.submission(receipt.id(), thread, receipt.token()));
    }
    if (answer.status() == HttpStatus.NOT_FOUND.value()) {
      return pages.refused(answer, ThreadPages.words(request)).mono();
    }
    Map<String, String> errors = Complaints.of(answer.refusal(), ThreadPages.words(request));
    String wait = answer.header(HttpHeaders.RETRY_AFTER);
    return pages
        .again(request, CommentForm.again(sent, errors), HttpStatus.valueOf(answer.status()))
        .map(page -> wait.isEmpty() ? page : ((Reply) page).header(HttpHeaders.RETRY_AFTER, wait));
  }

  Mono<ServerResponse> show(ServerRequest request) {
    return show(request, null, null, HttpStatus.OK);
  }

  private Mono<ServerResponse> show(
      ServerRequest request, @Nullable String failure, @Nullable String text, HttpStatus status) {
    Words words = ThreadPages.words(request);
    String token = request.queryParam("token").orElse("");
    return api.get(request, address(request), bearer(token))
        .map(
            answer -> {
              if (!answer.successful()) {
                return pages.refused(answer, words);
              }
              Standing standing = answer.as(Standing.class);
              String thread = standing.thread();
              boolean editing = request.queryParam("edit").isPresent();
              SubmissionDocument.Content content =
                  new SubmissionDocument.Content(
                      standing,
                      thread == null ? request.queryParam("thread").orElse("") : thread,
                      token,
                      editing,
                      failure,
                      text);
              return frame.reply(status, document.html(content, words));
            })
        .cast(ServerResponse.class)
        .onErrorResume(e -> pages.interrupted(words, e));
  }

  Mono<ServerResponse> change(ServerRequest request) {
    return form(
        request,
        sent -> {
          String token = request.queryParam("token").orElse("");
          boolean withdraw = sent.get("action").equals("withdraw");
          Mono<Api.Answer> changed =
              withdraw
                  ? api.send(request, HttpMethod.DELETE, address(request), bearer(token), Map.of())
                  : api.send(request, HttpMethod.PUT, address(request), bearer(token), edit(sent));
          return changed.flatMap(answer -> changed(request, sent, token, answer));
        });
  }

  private static Map<String, Object> edit(FormBody sent) {
    String revision = sent.get("revision");
    boolean number = revision.matches("\\d{1,9}");
    return Map.of("text", sent.get("text"), "revision", number ? Integer.parseInt(revision) : 0);
  }

  private Mono<ServerResponse> changed(
      ServerRequest request, FormBody sent, String token, Api.Answer answer) {
    Words words = ThreadPages.words(request);
    if (answer.successful()) {
      String thread = request.queryParam("thread").orElse("");
      return seeOther(Links.RELATIVE.submission(request.pathVariable("id"), thread, token));
    }
    if (answer.status() == HttpStatus.FORBIDDEN.value()) {
      return pages.refused(answer, words).mono();
    }
    String failure =
        Complaints.of(answer.refusal(), words).values().stream().findFirst().orElse("");
    return show(request, failure, sent.get("text"), HttpStatus.valueOf(answer.status()));
  }

  private static String address(ServerRequest request) {
    return "/api/submissions/" + Links.encoded(request.pathVariable("id"));
  }

  private static Map<String, String> bearer(String token) {
    return Map.of(HttpHeaders.AUTHORIZATION, "Bearer " + token);
  }

  /** Relative, as every address here: the service may be below any path. */
  private static Mono<ServerResponse> seeOther(String address) {
    return Reply.empty(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.LOCATION, address)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .mono();
  }

  private Mono<ServerResponse> form(
      ServerRequest request, Function<FormBody, Mono<ServerResponse>> handler) {
    Words words = ThreadPages.words(request);
    if (!ownForms.sent(request)) {
      String said = words.say("problem.origin-refused");
      return pages.sorry(HttpStatus.FORBIDDEN, said, words).mono();
    }
    return FormBody.read(request)
        .flatMap(
            sent ->
                sent.map(handler)
                    .orElseGet(
                        () ->
                            pages
                                .sorry(
                                    HttpStatus.BAD_REQUEST,
                                    words.say("problem.unreadable-body"),
                                    words)
                                .mono()))
        .onErrorResume(
            DataBufferLimitException.class,
            e ->
                pages
                    .sorry(HttpStatus.CONTENT_TOO_LARGE, words.say("problem.too-large"), words)
                    .mono());
  }

  /** The answer to a post. */
  private record Receipt(String id, String token) {}
}
