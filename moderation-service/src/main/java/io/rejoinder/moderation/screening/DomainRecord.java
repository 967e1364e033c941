package io.rejoinder.moderation.screening;

import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Status;
import io.rejoinder.moderation.link.Link;
import io.rejoinder.moderation.link.LinkFinder;
import io.rejoinder.moderation.window.Sighting;
import io.rejoinder.moderation.window.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people decided on comments with links to a domain: moderators here, or wherever an import
 * comes from. Each comment counts once, as it stands. Threadsafe.
 */
final class DomainRecord {

  /** Of one domain: the weights are at their ends long before. */
  private static final int OF_ONE = 64;

  private static final long TAKEN_BACK = 0;
  private static final long APPROVED = 1;
  private static final long REJECTED = 2;

  private final Window decided;

  /** As long and as many as are remembered of authors. */
  DomainRecord(ScreeningProperties.Authors settings) {
    this.decided = new Window(settings.window(), settings.decisions(), OF_ONE);
  }

  /** Takes note of what people decided, or took back. */
  void decided(Decided decision) {
    CommentState state = decision.state();
    LinkFinder.in(state.newest().text()).stream()
        .map(Link::domain)
        .distinct()
        .forEach(domain -> note(key(domain), state, decision.outcome()));
  }

  private void note(long key, CommentState state, @Nullable Status outcome) {
    long mark = outcome == null ? TAKEN_BACK : outcome == Status.APPROVED ? APPROVED : REJECTED;
    long at = state.createdAt().toEpochMilli();
    Sighting sighting = new Sighting(Sighting.keyOf(state.id()), 0, 0, mark, at);
    if (outcome == null) {
      decided.correct(key, sighting);
    } else {
      decided.put(key, sighting);
    }
  }

  /** "domain:approved/rejected"; empty where nobody decided. */
  String standing(String domain, Subject subject) {
    List<Sighting> before =
        decided.before(key(domain), Sighting.keyOf(subject.comment()), subject.at().toEpochMilli());
    long approved = before.stream().filter(one -> one.mark() == APPROVED).count();
    long rejected = before.stream().filter(one -> one.mark() == REJECTED).count();
    return approved + rejected == 0 ? "" : domain + ":" + approved + "/" + rejected;
  }

  private static long key(String domain) {
    return Window.keyOf("domain", domain);
  }
}
