package io.rejoinder.review.site;

import io.rejoinder.review.site.Problem.FieldError;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The page on which a review is written. */
@Controller
class WritePage {

  private final Publishing publishing;
  private final Layout layout;

  WritePage(Publishing publishing, Layout layout) {
    this.publishing = publishing;
    this.layout = layout;
  }

  @GetMapping(path = "/write", produces = MediaType.TEXT_HTML_VALUE)
  Mono<String> form(Model model, ServerWebExchange exchange) {
    return layout
        .administrator()
        .flatMap(
            member ->
                show(
                    new ReviewRequest("", "", member.name(), ""),
                    UUID.randomUUID().toString(),
                    Map.of(),
                    model,
                    exchange));
  }

  @PostMapping(path = "/write", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  Mono<String> publish(Model model, ServerWebExchange exchange) {
    return exchange.getFormData().flatMap(form -> publish(form, model, exchange));
  }

  private Mono<String> publish(
      MultiValueMap<String, String> form, Model model, ServerWebExchange exchange) {
    ReviewRequest request =
        new ReviewRequest(
            form.getFirst("title"),
            form.getFirst("film"),
            form.getFirst("critic"),
            form.getFirst("text"));
    String once = String.valueOf(form.getFirst("once"));
    Map<String, String> errors =
        request.errors().stream()
            .collect(Collectors.toMap(FieldError::field, FieldError::sentence));
    if (!errors.isEmpty()) {
      exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
      return show(request, once, errors, model, exchange);
    }
    return publishing
        .publish(request, once)
        .flatMap(
            written ->
                publishing
                    .shown(written)
                    .map(review -> "redirect:/reviews/" + review.slug())
                    .defaultIfEmpty("redirect:/?soon"));
  }

  private Mono<String> show(
      ReviewRequest request,
      String once,
      Map<String, String> errors,
      Model model,
      ServerWebExchange exchange) {
    model.addAttribute("form", request);
    model.addAttribute("once", once);
    model.addAttribute("errors", errors);
    return layout.page("write", model, exchange, true);
  }
}
