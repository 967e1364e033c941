package io.rejoinder.comment.signin;

import io.rejoinder.comment.edge.FieldError;
import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.comment.edge.Reply;
import io.rejoinder.comment.identity.SignedIn;
import io.rejoinder.comment.site.Site;
import io.rejoinder.comment.site.Sites;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Signing in at a provider: out with a reader, and back with what the provider says. */
final class ProviderRoutes {

  private static final int LONGEST_ADDRESS = 2000;

  private final Providers providers;
  private final Sites sites;
  private final Flows flows;
  private final Identifying identifying;
  private final Gate gate;
  private final String callback;
  private final BrowserCookie cookie;

  /**
   * The routes.
   *
   * @param callback the address that providers send readers back to, as readers reach it
   */
  ProviderRoutes(
      Providers providers,
      Sites sites,
      Flows flows,
      Identifying identifying,
      Gate gate,
      String callback) {
    this.providers = providers;
    this.sites = sites;
    this.flows = flows;
    this.identifying = identifying;
    this.gate = gate;
    this.callback = callback;
    this.cookie = new BrowserCookie(callback.startsWith("https:"));
  }

  /** Sends a reader to a provider. */
  Mono<ServerResponse> leave(ServerRequest request) {
    return gate.paced(
        request,
        () -> {
          String site = request.queryParam("site").orElse(Sites.REVIEWS);
          String id = request.pathVariable("provider");
          Optional<Site> known = sites.named(site);
          Optional<Provider> provider = providers.of(site, id);
          if (known.isEmpty() || provider.isEmpty()) {
            return gate.refuse(Problem.of(ProblemType.NO_SIGN_IN), request);
          }
          String origin = request.queryParam("origin").orElse("");
          String mark = request.queryParam("mark").orElse("");
          String back = request.queryParam("back").orElse(null);
          Problem problem = problem(known.get(), origin, mark, back);
          return problem == null
              ? leave(
                  request, provider.get(), new Flow(flows.random(), id, site, origin, mark, back))
              : gate.refuse(problem, request);
        });
  }

  private static @Nullable Problem problem(
      Site site, String origin, String mark, @Nullable String back) {
    if (!site.has(origin)) {
      return Problem.of(ProblemType.ORIGIN_REFUSED);
    }
    if (!Flows.wellFormed(mark)) {
      return Problem.of(
          ProblemType.INVALID_REQUEST,
          List.of(
              new FieldError("mark", "length " + mark.length(), "43 of A-Z, a-z, 0-9, - and _")));
    }
    if (back != null && (back.length() > LONGEST_ADDRESS || !site.hasPage(back))) {
      return Problem.of(
          ProblemType.INVALID_REQUEST,
          List.of(
              new FieldError(
                  "back",
                  "length " + back.length(),
                  "a page of the site, at most 2000 characters")));
    }
    return null;
  }

  private Mono<ServerResponse> leave(ServerRequest request, Provider provider, Flow flow) {
    // A second window of the same browser must not end the first one's sign-in.
    String browser = cookie.of(request).orElseGet(flows::random);
    return Mono.fromCallable(
            () ->
                provider.authorize(
                    flows.state(flow, browser), flows.proof(flow, browser), callback))
        .subscribeOn(Schedulers.boundedElastic())
        .map(
            address ->
                (ServerResponse)
                    Reply.empty(HttpStatus.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, address.toString())
                        .header(HttpHeaders.SET_COOKIE, cookie.with(browser).toString())
                        .header(HttpHeaders.CACHE_CONTROL, "no-store"))
        .onErrorResume(
            e -> gate.failed(request, "provider " + flow.provider(), Exceptions.unwrap(e)));
  }

  /** Takes a reader back from a provider. */
  Mono<ServerResponse> back(ServerRequest request) {
    return gate.paced(
        request,
        () -> {
          String state = request.queryParam("state").orElse("");
          Optional<Flow> flow = cookie.of(request).flatMap(it -> flows.read(state, it));
          if (flow.isEmpty()) {
            return page(
                request, HttpStatus.FORBIDDEN, new ReturnPage.Handing(null, Map.of(), null));
          }
          return back(request, flow.get());
        });
  }

  private Mono<ServerResponse> back(ServerRequest request, Flow flow) {
    String code = request.queryParam("code").orElse("");
    Optional<Provider> provider = providers.of(flow.site(), flow.provider());
    if (code.isEmpty() || provider.isEmpty()) {
      // The reader has said no there, or the provider has.
      return failed(request, flow, HttpStatus.FORBIDDEN);
    }
    String browser = cookie.of(request).orElse("");
    return Mono.fromCallable(() -> redeemed(provider.get(), code, flow, browser))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(reader -> signedIn(request, flow, reader))
        .onErrorResume(
            e -> {
              Throwable cause = Exceptions.unwrap(e);
              gate.note("provider " + flow.provider(), cause);
              return failed(
                  request,
                  flow,
                  cause instanceof IOException
                      ? HttpStatus.SERVICE_UNAVAILABLE
                      : HttpStatus.FORBIDDEN);
            });
  }

  private SignedIn redeemed(Provider provider, String code, Flow flow, String browser)
      throws IOException, TokenRefused {
    Vouched vouched =
        provider.redeem(code, flows.proof(flow, browser), callback, identifying.longest());
    gate.names().check(flow.site(), vouched.name(), false);
    return identifying.reader("oidc", flow.site(), vouched, provider.lasts());
  }

  private Mono<ServerResponse> signedIn(ServerRequest request, Flow flow, SignedIn reader) {
    gate.signedIn();
    Taken taken = Taken.of(reader, identifying.tokens());
    Map<String, Object> says = Map.of("rejoinder", flow.mark(), "session", taken);
    String back = flow.back();
    if (back != null) {
      return Reply.empty(HttpStatus.SEE_OTHER)
          .header(HttpHeaders.LOCATION, withFragment(back, flow.mark(), taken))
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .mono();
    }
    return page(request, HttpStatus.OK, new ReturnPage.Handing(flow.origin(), says, null));
  }

  /** Fragments go to no server and into no log. */
  private static String withFragment(String back, String mark, Taken taken) {
    String page = back.contains("#") ? back.substring(0, back.indexOf('#')) : back;
    return URI.create(page) + "#rejoinder-signed-in=" + mark + "." + taken.encoded();
  }

  private Mono<ServerResponse> failed(ServerRequest request, Flow flow, HttpStatus status) {
    Map<String, Object> says = Map.of("rejoinder", flow.mark());
    String to = flow.back() == null ? flow.origin() : null;
    return page(request, status, new ReturnPage.Handing(to, says, flow.back()));
  }

  private static Mono<ServerResponse> page(
      ServerRequest request, HttpStatus status, ReturnPage.Handing handing) {
    String language = request.headers().firstHeader(HttpHeaders.ACCEPT_LANGUAGE);
    return ReturnPage.of(status, handing, language).mono();
  }
}
