package io.rejoinder.comment.signin;

import java.util.Optional;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.reactive.function.server.ServerRequest;

/** The cookie that ties a sign-in to the browser that began it: random, and only for as long. */
final class BrowserCookie {

  private static final String NAME = "rejoinder-sign-in";

  private final boolean secure;

  /** With TLS it is bound to this host and never goes without. */
  BrowserCookie(boolean secure) {
    this.secure = secure;
  }

  ResponseCookie with(String value) {
    return ResponseCookie.from(name(), value)
        .httpOnly(true)
        .secure(secure)
        .path("/")
        // It has to come along when the provider sends the reader back.
        .sameSite("Lax")
        .maxAge(Flows.LASTS)
        .build();
  }

  private String name() {
    return secure ? "__Host-" + NAME : NAME;
  }

  /** Its value in a request. */
  Optional<String> of(ServerRequest request) {
    return Optional.ofNullable(request.cookies().getFirst(name()))
        .map(HttpCookie::getValue)
        .filter(Flows::wellFormed);
  }
}
