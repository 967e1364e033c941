package io.rejoinder.comment.thread;

import io.rejoinder.comment.edge.ETag;
import io.rejoinder.comment.edge.FieldError;
import io.rejoinder.comment.edge.FormTokens;
import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.comment.edge.Reply;
import io.rejoinder.comment.site.Settings;
import io.rejoinder.comment.thread.Comments.Sort;
import io.rejoinder.comment.thread.PageCache.Page;
import io.rejoinder.comment.thread.PageCache.Query;
import io.rejoinder.comment.thread.Threads.Standing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Reading threads over HTTP. */
final class ThreadRoutes {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;

  private final Threads threads;
  private final Pages pages;
  private final FormTokens tokens;

  ThreadRoutes(Threads threads, Pages pages, FormTokens tokens) {
    this.threads = threads;
    this.pages = pages;
    this.tokens = tokens;
  }

  Mono<ServerResponse> read(ServerRequest request) {
    String thread = request.pathVariable("thread");
    if (threads.standing(thread) == Standing.UNKNOWN) {
      return Problem.of(ProblemType.UNKNOWN_THREAD).answer(request);
    }
    List<FieldError> errors = new ArrayList<>(1);
    Query query = query(thread, request.exchange().getRequest().getQueryParams(), errors);
    if (!errors.isEmpty()) {
      return Problem.of(ProblemType.INVALID_REQUEST, errors).answer(request);
    }
    String known = request.exchange().getRequest().getHeaders().getFirst("If-None-Match");
    return pages.read(thread, query).map(page -> reply(page, known));
  }

  private ServerResponse reply(Page page, @Nullable String known) {
    Reply reply =
        ETag.matches(known, page.etag())
            ? Reply.empty(HttpStatus.NOT_MODIFIED)
            : Reply.json(HttpStatus.OK, page.body());
    return reply
        .header(HttpHeaders.ETAG, page.etag())
        .header(FormTokens.HEADER, tokens.token())
        .header(HttpHeaders.CACHE_CONTROL, "no-cache");
  }

  private Query query(String thread, MultiValueMap<String, String> given, List<FieldError> errors) {
    return new Query(
        sort(asked(thread, given.getFirst("sort")), errors),
        after(given.getFirst("after"), errors),
        limit(given.getFirst("limit"), errors));
  }

  /** {@code site} asks for what the site, or the thread, has set. */
  private @Nullable String asked(String thread, @Nullable String sort) {
    return "site".equals(sort) ? threads.settings(thread).map(Settings::sort).orElse(null) : sort;
  }

  private static Sort sort(@Nullable String given, List<FieldError> errors) {
    if (given == null || given.equals("oldest")) {
      return Sort.OLDEST;
    }
    if (given.equals("best")) {
      return Sort.BEST;
    }
    if (!given.equals("newest")) {
      errors.add(
          new FieldError("sort", "length " + given.length(), "oldest, newest, best or site"));
    }
    return Sort.NEWEST;
  }

  private static @Nullable Key after(@Nullable String given, List<FieldError> errors) {
    if (given == null || given.isEmpty()) {
      return null;
    }
    Key key = Key.parse(given).orElse(null);
    if (key == null) {
      errors.add(new FieldError("after", "length " + given.length(), "next of another page"));
    }
    return key;
  }

  private static int limit(@Nullable String given, List<FieldError> errors) {
    if (given == null || given.isEmpty()) {
      return DEFAULT_LIMIT;
    }
    try {
      int limit = Integer.parseInt(given);
      if (limit >= 1 && limit <= MAX_LIMIT) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Told like a number out of bounds.
    }
    errors.add(new FieldError("limit", "length " + given.length(), "1.." + MAX_LIMIT));
    return DEFAULT_LIMIT;
  }
}
