package io.rejoinder.events.comment;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What one screen found.
 *
 * @param screen the screen's name: {@code links}, {@code campaign}, …
 * @param weight what it adds to the sum; positive speaks against the comment, negative for it
 * @param sentence for a person: "3 links, 2 of them to example.com"
 * @param spans the text that it is about, as places in the raw text
 * @param values what it was drawn from at that moment, so that it can be drawn again
 */
public record Evidence(
    String screen, double weight, String sentence, List<Span> spans, Map<String, String> values) {
  /** Copies the collections; absent ones are empty. */
  @SuppressWarnings("NullAway") // Jackson passes null for what an older writer left out.
  public Evidence {
    Objects.requireNonNull(screen, "screen");
    Objects.requireNonNull(sentence, "sentence");
    spans = spans == null ? List.of() : List.copyOf(spans);
    values = values == null ? Map.of() : Map.copyOf(values);
  }
}
