package io.rejoinder.moderation.screening;

import io.rejoinder.events.comment.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Words of lists in a text.
 *
 * @param words as they stand in the lists, each once
 * @param spans where they stand in the raw text, 20 at most
 */
record FoundWords(Set<String> words, List<Span> spans) {

  private static final int SPANS = 20;

  /** Those of these lists in this subject's text. */
  static FoundWords in(Subject subject, Words... lists) {
    Set<String> words = new LinkedHashSet<>();
    List<Span> spans = new ArrayList<>(0);
    for (Words list : lists) {
      for (Words.Match match : list.in(subject.canonical().text(), subject.canonical().tokens())) {
        words.add(match.word());
        Span span = subject.canonical().rawSpan(match.start(), match.end());
        if (spans.size() < SPANS && !spans.contains(span)) {
          spans.add(span);
        }
      }
    }
    return new FoundWords(words, spans);
  }

  int count() {
    return words.size();
  }

  /** For a person. */
  String sentence(String kind) {
    return switch (words.size()) {
      case 0 -> "no %s words".formatted(kind);
      case 1 -> "the %s word “%s”".formatted(kind, words.iterator().next());
      default -> "%d %s words, first “%s”".formatted(words.size(), kind, words.iterator().next());
    };
  }
}
