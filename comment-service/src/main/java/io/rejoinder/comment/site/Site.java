package io.rejoinder.comment.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A set of pages with settings of its own. */
public final class Site {

  private final String id;
  private final String name;
  private final Set<String> origins;
  private final Settings settings;
  private final @Nullable String key;

  Site(String id, SiteProperties given, int longest, Collection<String> origins) {
    this.id = id;
    this.name = given.name() == null ? id : given.name();
    this.origins = origins.stream().map(Site::origin).collect(Collectors.toUnmodifiableSet());
    this.settings = given.settings(longest);
    this.key = given.key();
  }

  /** The origin of an address: without path and trailing slash, as browsers send it. */
  private static String origin(String address) {
    String stripped = address.strip().toLowerCase(Locale.ROOT);
    int scheme = stripped.indexOf("://");
    if (scheme < 1) {
      throw new IllegalArgumentException(
          "origin: %s (expected: scheme://host[:port])".formatted(address));
    }
    int path = stripped.indexOf('/', scheme + 3);
    return path < 0 ? stripped : stripped.substring(0, path);
  }

  /** Its id. */
  public String id() {
    return id;
  }

  /** What it is called. */
  public String name() {
    return name;
  }

  /** What holds for its threads. */
  public Settings settings() {
    return settings;
  }

  /** Its origins, for people to read. */
  public Set<String> origins() {
    return origins;
  }

  /** Whether pages of this origin belong to it. */
  public boolean has(String origin) {
    return origins.contains(origin.toLowerCase(Locale.ROOT));
  }

  /** Whether a page belongs to it: an address of http or https, without a user, of its origins. */
  public boolean hasPage(String address) {
    try {
      URI page = new URI(address);
      String scheme = page.getScheme();
      return ("http".equals(scheme) || "https".equals(scheme))
          && page.getRawAuthority() != null
          && page.getRawUserInfo() == null
          && has(scheme + "://" + page.getRawAuthority());
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Whether this is its key. Takes the same time for any wrong one; false where there is none. */
  public boolean opensWith(String given) {
    return key != null && MessageDigest.isEqual(key.getBytes(UTF_8), given.getBytes(UTF_8));
  }
}
