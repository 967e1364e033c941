package io.rejoinder.review.site;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Sign-in, the session for programs, and the documents of the API. */
@Controller
class StaffPages {

  private final Layout layout;
  private final ConsoleProperties console;

  StaffPages(Layout layout, ConsoleProperties console) {
    this.layout = layout;
    this.console = console;
  }

  @GetMapping(path = "/sign-in", produces = MediaType.TEXT_HTML_VALUE)
  Mono<String> signIn(
      @RequestParam(required = false) @Nullable String refused,
      @RequestParam(required = false) @Nullable String then,
      Model model,
      ServerWebExchange exchange) {
    model.addAttribute("refused", refused);
    model.addAttribute("then", then);
    model.addAttribute("console", console.address().toString());
    return layout.page("sign-in", model, exchange, true);
  }

  /** Who is signed in, and the token that requests which change something have to carry. */
  @GetMapping(path = "/api/session", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  Mono<Map<String, Object>> session(ServerWebExchange exchange) {
    return Layout.token(exchange)
        .flatMap(
            csrf -> {
              Map<String, Object> body = new LinkedHashMap<>();
              body.put("csrf", Map.of("header", csrf.getHeaderName(), "token", csrf.getToken()));
              return layout
                  .administrator()
                  .doOnNext(member -> body.put("account", Map.of("name", member.name())))
                  .thenReturn(body);
            });
  }

  @GetMapping("/api/openapi.yaml")
  ResponseEntity<Resource> openApi() {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/yaml"))
        .body(new ClassPathResource("openapi.yaml", StaffPages.class));
  }

  @GetMapping(path = "/problems/{slug}", produces = MediaType.TEXT_HTML_VALUE)
  Mono<String> problem(@PathVariable String slug, Model model, ServerWebExchange exchange) {
    ProblemTypes.Type type =
        ProblemTypes.of(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("heading", type.title());
    model.addAttribute("detail", type.detail());
    return layout.page("problem", model, exchange, false);
  }
}
