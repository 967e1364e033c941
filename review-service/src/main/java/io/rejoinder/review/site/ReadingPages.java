package io.rejoinder.review.site;

import io.rejoinder.review.discussion.Discussion;
import io.rejoinder.review.discussion.FirstComments;
import io.rejoinder.review.review.ListPlace;
import io.rejoinder.review.review.ListedReview;
import io.rejoinder.review.review.Review;
import io.rejoinder.review.review.Reviews;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What readers come for: the list of reviews, and each review with its comments. */
@Controller
class ReadingPages {

  private final Reviews reviews;
  private final Discussion discussion;
  private final FirstComments firstComments;
  private final SiteProperties site;
  private final Layout layout;

  ReadingPages(
      Reviews reviews,
      Discussion discussion,
      FirstComments firstComments,
      SiteProperties site,
      Layout layout) {
    this.reviews = reviews;
    this.discussion = discussion;
    this.firstComments = firstComments;
    this.site = site;
    this.layout = layout;
  }

  @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
  Mono<String> list(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable String soon,
      Model model,
      ServerWebExchange exchange) {
    ListPlace place = after == null ? null : ListPlace.parse(after).orElseThrow(ReadingPages::none);
    noCache(exchange);
    return reviews
        .newest(place, site.pageSize() + 1)
        .collectList()
        .flatMap(
            found -> {
              boolean more = found.size() > site.pageSize();
              List<ListedReview> page = more ? found.subList(0, site.pageSize()) : found;
              model.addAttribute("reviews", page.stream().map(Entry::of).toList());
              model.addAttribute("first", place == null);
              model.addAttribute("soon", soon != null);
              model.addAttribute("next", more ? page.get(page.size() - 1).place().key() : null);
              return layout.page("list", model, exchange, false);
            });
  }

  @GetMapping(path = "/reviews/{slug}", produces = MediaType.TEXT_HTML_VALUE)
  Mono<String> review(@PathVariable String slug, Model model, ServerWebExchange exchange) {
    noCache(exchange);
    return reviews
        .bySlug(slug)
        .switchIfEmpty(Mono.error(ReadingPages::none))
        .flatMap(
            review ->
                firstComments
                    .of(review.id().value())
                    .flatMap(first -> page(review, first, model, exchange)));
  }

  private Mono<String> page(
      Review review, FirstComments.First first, Model model, ServerWebExchange exchange) {
    model.addAttribute("first", first);
    model.addAttribute("feed", discussion.feed(review.id().value()));
    model.addAttribute("responses", discussion.page(review.id().value()));
    model.addAttribute("review", review);
    model.addAttribute("day", Dates.day(review.publishedAt()));
    model.addAttribute("canonical", site.absolute("/reviews/" + review.slug()));
    model.addAttribute("api", discussion.base());
    model.addAttribute("widget", discussion.script());
    return layout.page("review", model, exchange, false);
  }

  /** Asked for again with every visit: a new review or comment setting shows at once. */
  private static void noCache(ServerWebExchange exchange) {
    exchange.getResponse().getHeaders().setCacheControl(CacheControl.noCache().cachePrivate());
  }

  private static ResponseStatusException none() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }

  /** A review in the list, ready to show. */
  record Entry(
      String slug,
      String title,
      @Nullable String film,
      String critic,
      String summary,
      String date,
      String day) {

    static Entry of(ListedReview review) {
      return new Entry(
          review.slug(),
          review.title(),
          review.film(),
          review.critic(),
          review.summary(),
          review.publishedAt().toString(),
          Dates.day(review.publishedAt()));
    }
  }
}
