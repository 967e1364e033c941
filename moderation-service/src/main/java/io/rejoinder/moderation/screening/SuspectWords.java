package io.rejoinder.moderation.screening;

import io.rejoinder.events.comment.Evidence;
import java.util.HashMap;
import java.util.Map;

/**
 * Obscene and insulting words of the shipped lists, and the site's own suspect words. Weak: many of
 * them are said in honest talk of films, so that one alone never decides, and those of the site
 * weigh more, since somebody chose them for it.
 */
final class SuspectWords implements Screen {

  static final String NAME = "suspect-words";

  /** Nats for each word, up to a bound. */
  private static final double SHIPPED = 0.4;

  private static final double MOST_SHIPPED = 1.2;
  private static final double SITE = 1.0;
  private static final double MOST_SITE = 3.0;

  private final Words shipped;
  private final SiteWords site = new SiteWords();

  SuspectWords(Words shipped) {
    this.shipped = shipped;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Evidence weigh(Subject subject, Map<String, String> drawn) {
    Words own = site.of(subject.lists().suspectWords());
    int chosen = FoundWords.in(subject, own).count();
    FoundWords all = FoundWords.in(subject, own, shipped);
    Map<String, String> values = new HashMap<>(drawn);
    values.put("words", Integer.toString(all.count()));
    values.put("version", shipped.versionWith(own));
    return new Evidence(
        name(),
        Math.min(MOST_SHIPPED, SHIPPED * (all.count() - chosen))
            + Math.min(MOST_SITE, SITE * chosen),
        all.sentence("suspect"),
        all.spans(),
        values);
  }
}
