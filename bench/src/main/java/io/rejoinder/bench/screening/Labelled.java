package io.rejoinder.bench.screening;

/**
 * A labelled text.
 *
 * @param file the file that it came from, without its ending
 * @param positive whether it is what is looked for: spam, or toxic
 * @param toxicity whether its label is about toxicity rather than spam
 * @param text as its source delivered it
 */
public record Labelled(String file, boolean positive, boolean toxicity, String text) {

  /** Files whose names begin alike are of one kind: {@code tubespam} for tubespam-03. */
  String kind() {
    int end = file.indexOf('-');
    return end < 0 ? file : file.substring(0, end);
  }

  /** The same label on another text. */
  Labelled with(String otherText) {
    return new Labelled(file, positive, toxicity, otherText);
  }
}
