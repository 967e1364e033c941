package io.rejoinder.comment.site;

import io.rejoinder.events.comment.ThreadId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Every site there is. A thread's id says which one it belongs to: {@code <site>--<page>}, and
 * without two hyphens the reviews.
 */
public final class Sites {

  /** The site of the reviews. */
  public static final String REVIEWS = ThreadId.REVIEWS;

  private static final String BETWEEN = "--";
  private static final int LONGEST_THREAD = 64;
  private static final int LONGEST_SITE = 32;
  private static final Pattern SITE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern PAGE = Pattern.compile("[a-z0-9-]+");

  private final Map<String, Site> sites = new HashMap<>();

  /**
   * The configured sites.
   *
   * @param longest code points of a comment at most, whatever a site sets
   * @throws IllegalArgumentException if an id or an origin has another shape
   */
  Sites(SitesProperties given, int longest) {
    given
        .sites()
        .forEach(
            (id, site) -> {
              require(SITE.matcher(id).matches() && id.length() <= LONGEST_SITE, id);
              List<String> own = site.origins() == null ? List.of() : site.origins();
              sites.put(id, new Site(id, site, longest, own));
            });
    SiteProperties reviews = given.sites().getOrDefault(REVIEWS, SiteProperties.unset());
    List<String> origins = reviews.origins() == null ? given.origins() : reviews.origins();
    sites.put(REVIEWS, new Site(REVIEWS, reviews, longest, origins));
  }

  private static void require(boolean holds, String id) {
    if (!holds) {
      throw new IllegalArgumentException(
          "rejoinder.comments.sites: id of %d characters (expected: 1..%d of a-z, 0-9, with single hyphens between)"
              .formatted(id.length(), LONGEST_SITE));
    }
  }

  /** The id of the thread of a page. */
  public static String thread(String site, String page) {
    return site.equals(REVIEWS) ? page : site + BETWEEN + page;
  }

  /** The id of the site that a thread belongs to, whether it is configured or not. */
  public static String idOf(String thread) {
    return ThreadId.siteOf(thread);
  }

  /** The site of a thread; empty if it is none that is configured. Any text may be asked for. */
  public Optional<Site> ofThread(String thread) {
    int end = thread.indexOf(BETWEEN);
    if (end < 0) {
      return Optional.of(reviews());
    }
    // Its page has to have a name that a thread's id can hold.
    boolean page =
        thread.length() <= LONGEST_THREAD
            && PAGE.matcher(thread.substring(end + BETWEEN.length())).matches();
    String id = thread.substring(0, end);
    return page && !id.equals(REVIEWS) ? named(id) : Optional.empty();
  }

  /** A site by its id. */
  public Optional<Site> named(String id) {
    return Optional.ofNullable(sites.get(id));
  }

  /** The site of the reviews. */
  @SuppressWarnings("NullAway") // Put there at the beginning.
  public Site reviews() {
    return sites.get(REVIEWS);
  }

  /** All of them. */
  public Collection<Site> all() {
    return sites.values();
  }

  /** Whether pages of this origin belong to any site. */
  public boolean know(String origin) {
    return sites.values().stream().anyMatch(site -> site.has(origin));
  }
}
