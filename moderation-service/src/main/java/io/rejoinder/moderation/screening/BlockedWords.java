package io.rejoinder.moderation.screening;

import io.rejoinder.events.comment.Evidence;
import java.util.HashMap;
import java.util.Map;

/**
 * Words and phrases of the installation's and the site's lists, as whole words of the canonical
 * text. A word that is drawn out ("caaasino") or spelled with digits ("ca51no") is the word. One of
 * them is reason to hold, whatever else is known.
 */
final class BlockedWords implements Screen {

  static final String NAME = "blocked-words";

  /**
   * Nats. Whoever lists a word says what it weighs: the hold. Beside that one is as much as three
   * links, and several are beyond what honest texts have.
   */
  private static final double FIRST = 2.0;

  private static final double EACH_MORE = 1.0;
  private static final double MOST = 4.0;

  private final WordsFile file;
  private final SiteWords site = new SiteWords();

  BlockedWords(WordsFile file) {
    this.file = file;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Evidence weigh(Subject subject, Map<String, String> drawn) {
    Words installed = file.current();
    Words own = site.of(subject.lists().blockedWords());
    FoundWords found = FoundWords.in(subject, installed, own);
    int count = found.count();
    Map<String, String> values = new HashMap<>(drawn);
    values.put("words", Integer.toString(count));
    values.put("version", installed.versionWith(own));
    if (count > 0) {
      values.put("hold", "1");
    }
    return new Evidence(
        name(),
        count == 0 ? 0 : Math.min(MOST, FIRST + EACH_MORE * (count - 1)),
        found.sentence("blocked"),
        found.spans(),
        values);
  }
}
