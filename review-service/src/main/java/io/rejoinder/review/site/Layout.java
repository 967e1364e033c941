package io.rejoinder.review.site;

import io.rejoinder.review.account.Accounts;
import io.rejoinder.review.account.StaffMember;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What every page has: the site's name, who is signed in, the versions of its assets. */
@Component
final class Layout {

  private final SiteProperties site;
  private final Accounts accounts;
  private final String style = versioned("site.css");
  private final String script = versioned("import.js");

  Layout(SiteProperties site, Accounts accounts) {
    this.site = site;
    this.accounts = accounts;
  }

  /** The address of an asset, which changes with its content, so it may be cached for ever. */
  private static String versioned(String name) {
    try (InputStream in = Layout.class.getResourceAsStream("assets/" + name)) {
      if (in == null) {
        throw new IllegalStateException("asset " + name + " is not in the jar");
      }
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
      return "/assets/" + name + "?v=" + HexFormat.of().formatHex(digest, 0, 6);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }

  /** Changes when any page looks different. */
  String version() {
    return style.substring(style.indexOf('=') + 1);
  }

  /** What a page has that nobody is signed in on, and that has no form. */
  Map<String, Object> plain() {
    return Map.of("site", site.name(), "style", style, "importScript", script);
  }

  /**
   * Fills a page's model and names its template. Only pages with a form ask for a token, as asking
   * for one sets a cookie.
   */
  Mono<String> page(String template, Model model, ServerWebExchange exchange, boolean withForm) {
    model.addAllAttributes(plain());
    return administrator()
        .map(java.util.Optional::of)
        .defaultIfEmpty(java.util.Optional.empty())
        .flatMap(
            member -> {
              member.ifPresent(signedIn -> model.addAttribute("member", signedIn));
              Mono<CsrfToken> token =
                  withForm || member.isPresent() ? token(exchange) : Mono.empty();
              return token.doOnNext(csrf -> model.addAttribute("csrf", csrf)).thenReturn(template);
            });
  }

  /** The administrator who is signed in. */
  Mono<StaffMember> administrator() {
    return ReactiveSecurityContextHolder.getContext()
        .mapNotNull(SecurityContext::getAuthentication)
        .mapNotNull(Layout::member)
        .filter(accounts::isAdministrator);
  }

  private static @Nullable StaffMember member(Authentication signedIn) {
    return signedIn.getPrincipal() instanceof StaffMember member ? member : null;
  }

  /** The token that a form of this visitor has to carry. */
  static Mono<CsrfToken> token(ServerWebExchange exchange) {
    Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
    return token == null ? Mono.empty() : token;
  }
}
