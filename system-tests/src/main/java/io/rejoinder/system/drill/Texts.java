package io.rejoinder.system.drill;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Texts of which no two are alike, so that no screen for repeated text finds anything: a mark that
 * names comment and revision, then words drawn for it.
 */
final class Texts {

  private static final String[] WORDS =
      ("camera light scene actor silence harbour winter editor frame shadow window river city"
              + " train letter garden night summer street kitchen piano island mirror station"
              + " bridge corner voice colour sound music ending opening chapter silence mother"
              + " brother teacher doctor stranger soldier captain singer dancer painter writer"
              + " slowly quietly rarely nearly always perhaps hardly gently suddenly plainly"
              + " holds leaves finds follows waits turns opens closes forgets remembers watches"
              + " carries crosses repeats answers begins believes breaks gathers listens")
          .split(" ");
  private static final int LENGTH = 18;

  private final long seed;

  Texts(long seed) {
    this.seed = seed;
  }

  /** The mark by which a text is known again wherever it is shown. */
  static String mark(int comment, int revision) {
    return "c%dr%d".formatted(comment, revision);
  }

  /** A text that no screen objects to. */
  String plain(int comment, int revision) {
    Random random = new Random(seed * 31 + comment * 64L + revision);
    return mark(comment, revision)
        + " "
        + Stream.generate(() -> WORDS[random.nextInt(WORDS.length)])
            .limit(LENGTH)
            .collect(Collectors.joining(" "));
  }

  /** A text with so many links that it waits for a moderator. */
  String doubtful(int comment, int revision) {
    String host = "https://site-%d-%d.example/".formatted(comment, revision);
    return "%s see %sa and %sb and %sc".formatted(plain(comment, revision), host, host, host);
  }
}
