package io.rejoinder.comment.signin;

import io.rejoinder.comment.identity.SignedIn;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The sites whose own servers vouch for readers. Threadsafe. */
final class Hosts {

  private final Map<String, Host> hosts = new HashMap<>();
  private final Identifying by;

  /**
   * The sites that are configured.
   *
   * @throws IllegalArgumentException if the key of one cannot be used
   */
  Hosts(SignInProperties given, Fetching fetching, Identifying by) {
    this.by = by;
    given
        .sites()
        .forEach(
            (site, of) -> {
              HostProperties host = of.signIn();
              if (host != null && host.given()) {
                host.check(site);
                hosts.put(site, new Host(check(host, fetching), host.lasts()));
              }
            });
  }

  private record Host(TokenCheck check, Duration lasts) {}

  private TokenCheck check(HostProperties host, Fetching fetching) {
    return new TokenCheck(
        new TokenCheck.Wanted(
            String.valueOf(host.issuer()), host.audience(), host.maxAge(), host.clockSkew()),
        HostKey.of(host, fetching),
        by.clock());
  }

  /**
   * Who is vouched for.
   *
   * @param staff whether they are of the site's staff
   */
  record Guaranteed(SignedIn reader, boolean staff) {}

  /** Whether a site's own server vouches for readers. */
  boolean has(String site) {
    return hosts.containsKey(site);
  }

  /**
   * Who a token of a site's server vouches for; empty where the site has no such sign-in. Blocks
   * where the site's keys have to be fetched.
   *
   * @throws TokenRefused if the token is not taken
   * @throws IOException if the site's keys cannot be had
   */
  Optional<Guaranteed> signIn(String site, String token) throws TokenRefused, IOException {
    Host host = hosts.get(site);
    if (host == null) {
      return Optional.empty();
    }
    var claims = host.check().check(token);
    Vouched vouched = Vouched.of(claims, claims.getIssuer(), by.longest());
    SignedIn reader = by.reader("host:" + site, site, vouched, host.lasts());
    return Optional.of(new Guaranteed(reader, Boolean.TRUE.equals(claims.getClaim("staff"))));
  }
}
