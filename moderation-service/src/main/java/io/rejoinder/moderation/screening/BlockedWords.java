package io.rejoinder.moderation.screening;

import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words and phrases of the installation's list, as whole words of the canonical text. A word that
 * is drawn out ("caaasino") or spelled with digits ("ca51no") is the word.
 */
final class BlockedWords implements Screen {

  static final String NAME = "blocked-words";

  private static final double FIRST = 1.0;
  private static final double EACH_MORE = 0.5;
  private static final double MOST = 2.5;
  private static final int SPANS = 20;

  private final WordsFile file;

  BlockedWords(WordsFile file) {
    this.file = file;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Evidence weigh(Subject subject, Map<String, String> values) {
    Words words = file.current();
    Set<String> found = new LinkedHashSet<>();
    List<Span> spans = new ArrayList<>();
    for (Words.Match match : words.in(subject.canonical().text())) {
      found.add(match.word());
      if (spans.size() < SPANS) {
        spans.add(subject.canonical().rawSpan(match.start(), match.end()));
      }
    }
    int count = found.size();
    return new Evidence(
        name(),
        count == 0 ? 0 : Math.min(MOST, FIRST + EACH_MORE * (count - 1)),
        sentence(found),
        spans,
        Map.of("words", Integer.toString(count), "version", words.version()));
  }

  private static String sentence(Set<String> found) {
    return switch (found.size()) {
      case 0 -> "no blocked words";
      case 1 -> "the blocked word “" + found.iterator().next() + "”";
      default -> found.size() + " blocked words, first “" + found.iterator().next() + "”";
    };
  }
}
