package io.rejoinder.moderation.akismet;

import io.rejoinder.moderation.account.BearerGate;
import io.rejoinder.moderation.account.Bearers;
import io.rejoinder.moderation.account.Bearers.Bearer;
import io.rejoinder.moderation.account.Scope;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * Whose call it is. Clients say their key in a field, in the path before {@code /1.1/}, or as the
 * first label of the host's name; the first of these counts that is there. Threadsafe.
 */
final class Keys {

  private final Bearers bearers;
  private final BearerGate gate;
  private final Rates rates;

  Keys(Bearers bearers, BearerGate gate, Rates rates) {
    this.bearers = bearers;
    this.gate = gate;
    this.rates = rates;
  }

  /**
   * Whose call it is.
   *
   * @param fields that may say the key, first to last
   * @throws Refused where there is no key, or one that opens nothing here
   * @throws Problem where the client had too many of those, or the key has too many calls
   */
  Bearer of(ServerRequest request, Form form, List<String> fields) {
    String key = said(request, form, fields).orElseThrow(() -> Refused.missing("api_key"));
    Optional<Bearer> bearer = bearers.of(key).filter(one -> one.scopes().contains(Scope.AKISMET));
    if (bearer.isEmpty()) {
      InetSocketAddress from = request.remoteAddress().orElse(null);
      gate.failed(from).ifPresent(wait -> refuse(ProblemType.LOCKED_OUT, wait));
      throw Refused.key();
    }
    rates.tooMany(bearer.get().id()).ifPresent(wait -> refuse(ProblemType.TOO_MANY_CALLS, wait));
    return bearer.get();
  }

  private static void refuse(ProblemType type, Duration wait) {
    throw new Problem(type, null).retryAfter(wait);
  }

  private static Optional<String> said(ServerRequest request, Form form, List<String> fields) {
    Stream<String> inForm = fields.stream().filter(form::has).map(form::value);
    Stream<String> inPath = Stream.ofNullable(request.pathVariables().get("key"));
    return Stream.of(inForm, inPath, inHost(request)).flatMap(all -> all).findFirst();
  }

  /** A label that begins as a key does: other hosts have names, too. */
  private static Stream<String> inHost(ServerRequest request) {
    String said = request.headers().firstHeader(HttpHeaders.HOST);
    String name = said == null ? "" : said.toLowerCase(Locale.ROOT);
    int end = name.indexOf('.');
    return end > 0 && name.startsWith("rj-") ? Stream.of(name.substring(0, end)) : Stream.of();
  }
}
