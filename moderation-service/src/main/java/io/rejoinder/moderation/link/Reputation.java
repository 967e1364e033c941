package io.rejoinder.moderation.link;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What people decided on comments with links to a domain: moderators here, or wherever an import
 * comes from. Remembers the domains decided on last, each for a time after its last decision.
 * Threadsafe.
 */
public final class Reputation {

  /** About 200 bytes each: 10 MB. */
  static final int DOMAINS = 50_000;

  /** Domains change hands; those of campaigns live for weeks. */
  static final Duration KEPT = Duration.ofDays(180);

  /** With more than this both counts are halved, so that what was decided last weighs most. */
  private static final int MOST = 1_000;

  private final int most;
  private final Map<String, Standing> domains = new LinkedHashMap<>();

  /** Of 50,000 domains at most. */
  public Reputation() {
    this(DOMAINS);
  }

  Reputation(int most) {
    this.most = most;
  }

  /** A person approved or rejected a comment with this text: once for each domain in it. */
  public void decided(String text, boolean approved, Instant at) {
    add(text, approved, 1, at);
  }

  /** That decision was taken back. */
  public void undone(String text, boolean approved, Instant at) {
    add(text, approved, -1, at);
  }

  private void add(String text, boolean approved, int count, Instant at) {
    LinkFinder.in(text).stream()
        .map(Link::domain)
        .distinct()
        .forEach(domain -> add(domain, approved ? count : 0, approved ? 0 : count, at));
  }

  private synchronized void add(String domain, int approved, int rejected, Instant at) {
    Standing before = domains.remove(domain);
    if (before == null || before.expired(at)) {
      before = Standing.UNKNOWN;
    }
    Standing after = before.with(approved, rejected, at);
    if (after.approved() + after.rejected() > 0) {
      domains.put(domain, after);
    }
    if (domains.size() > most) {
      domains.remove(domains.keySet().iterator().next());
    }
  }

  /** How a domain stands at a time; nothing is known of most. */
  public synchronized Standing of(String domain, Instant at) {
    Standing standing = domains.get(domain);
    return standing == null || standing.expired(at) ? Standing.UNKNOWN : standing;
  }

  synchronized int size() {
    return domains.size();
  }

  /**
   * Decisions on comments with links to one domain.
   *
   * @param approved how many were approved
   * @param rejected how many were rejected
   * @param last when the last of them was decided; null where nothing is known
   */
  public record Standing(int approved, int rejected, @Nullable Instant last) {

    /** Nobody decided. */
    public static final Standing UNKNOWN = new Standing(0, 0, null);

    private boolean expired(Instant now) {
      return last != null && last.plus(KEPT).isBefore(now);
    }

    private Standing with(int moreApproved, int moreRejected, Instant at) {
      int by = approved + rejected >= MOST ? 2 : 1;
      Instant latest = last == null || last.isBefore(at) ? at : Objects.requireNonNull(last);
      return new Standing(
          Math.max(0, approved / by + moreApproved),
          Math.max(0, rejected / by + moreRejected),
          latest);
    }
  }
}
