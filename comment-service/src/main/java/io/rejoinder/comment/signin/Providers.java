package io.rejoinder.comment.signin;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The providers of OpenID Connect, and which of them each site offers. Threadsafe. */
public final class Providers {

  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,32}");

  private final Map<String, Provider> providers = new HashMap<>();
  private final Map<String, List<Choice>> choices = new HashMap<>();

  /**
   * As configured.
   *
   * @throws IllegalArgumentException if a site names one that is not, or an id has another shape
   */
  Providers(SignInProperties given, Fetching fetching, Clock clock) {
    Map<String, ProviderProperties> all = given.signIn().providers();
    all.forEach(
        (id, provider) -> {
          require(
              ID.matcher(id).matches(),
              "id of " + id.length() + " characters",
              "1..32 of a-z, 0-9, hyphens");
          providers.put(id, new Provider(provider, fetching, clock));
        });
    given
        .sites()
        .forEach(
            (site, of) -> {
              boolean known = all.keySet().containsAll(of.providers());
              require(known, "site " + site + " names another", all.keySet().toString());
              choices.put(site, of.providers().stream().map(id -> choice(id, all)).toList());
            });
  }

  private static void require(boolean holds, String value, String bound) {
    if (!holds) {
      throw new IllegalArgumentException(
          "rejoinder.comments.sign-in.providers: %s (expected: %s)".formatted(value, bound));
    }
  }

  private static Choice choice(String id, Map<String, ProviderProperties> all) {
    ProviderProperties of = all.get(id);
    return new Choice(id, of == null || of.name() == null ? id : of.name());
  }

  /**
   * A provider that a reader can choose.
   *
   * @param id its id
   * @param name for people
   */
  public record Choice(String id, String name) {}

  /** What readers of a site can choose from, in the order that it has set. */
  public List<Choice> of(String site) {
    return choices.getOrDefault(site, List.of());
  }

  /** A provider of a site; empty if it has no such one. */
  Optional<Provider> of(String site, String id) {
    boolean offered = of(site).stream().anyMatch(choice -> choice.id().equals(id));
    return offered ? Optional.ofNullable(providers.get(id)) : Optional.empty();
  }
}
