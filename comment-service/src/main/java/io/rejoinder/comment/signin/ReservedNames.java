package io.rejoinder.comment.signin;

import io.rejoinder.comment.name.Likeness;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names that are not for everybody, by site. Threadsafe. */
public final class ReservedNames {

  private final Map<String, Set<String>> staff;
  private final Hosts hosts;
  private final Providers providers;

  ReservedNames(SignInProperties given, Hosts hosts, Providers providers) {
    this.hosts = hosts;
    this.providers = providers;
    this.staff =
        given.sites().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    site ->
                        site.getValue().staff().stream()
                            .flatMap(name -> Likeness.of(name).stream())
                            .collect(Collectors.toUnmodifiableSet())));
  }

  /** Whether a name is like one of the site's staff. */
  public boolean staff(String site, String name) {
    Set<String> forms = staff.getOrDefault(site, Set.of());
    return !forms.isEmpty() && Likeness.amongst(forms, name);
  }

  /** Whether readers of a site can be verified at all. */
  public boolean verifies(String site) {
    return hosts.has(site) || !providers.of(site).isEmpty();
  }

  /**
   * Checks the name of somebody who signs in.
   *
   * @param vouched whether they are staff as the site's own server says
   * @throws TokenRefused if it is one of the staff's and they are not
   */
  void check(String site, String name, boolean vouched) throws TokenRefused {
    if (!vouched && staff(site, name)) {
      throw TokenRefused.of(".name", "a name of the staff", "with the claim staff of the site");
    }
  }
}
