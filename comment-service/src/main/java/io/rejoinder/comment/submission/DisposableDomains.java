package io.rejoinder.comment.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Domains that give e-mail addresses for minutes: the list of the package {@code
 * disposable-email-domains-js} (CC0), taken at build time.
 */
final class DisposableDomains {

  private static final String LIST = "/io/rejoinder/web/lists/disposable-domains.txt";

  private final Set<String> domains;

  private DisposableDomains(Set<String> domains) {
    this.domains = domains;
  }

  /**
   * The shipped list.
   *
   * @throws UncheckedIOException if the module {@code web} was built without its lists
   */
  static DisposableDomains shipped() {
    try (InputStream list = DisposableDomains.class.getResourceAsStream(LIST)) {
      if (list == null) {
        throw new IOException("no resource " + LIST);
      }
      return new DisposableDomains(
          new String(list.readAllBytes(), UTF_8)
              .lines()
              .filter(line -> !line.isBlank())
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether an address is of one of them, or of a domain below one. */
  boolean gave(String email) {
    String domain = email.substring(email.lastIndexOf('@') + 1).strip().toLowerCase(Locale.ROOT);
    while (!domains.contains(domain)) {
      int dot = domain.indexOf('.');
      if (dot < 0) {
        return false;
      }
      domain = domain.substring(dot + 1);
    }
    return true;
  }
}
