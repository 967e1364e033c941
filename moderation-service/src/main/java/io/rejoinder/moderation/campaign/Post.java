package io.rejoinder.moderation.campaign;

import io.rejoinder.moderation.link.References;
import io.rejoinder.moderation.window.Sighting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a comment is compared with others, made once for looking and for taking note.
 *
 * @param sighting whose, where and when; without a mark
 * @param letters how many letters are compared
 * @param sketch of its text; null where that is too short to be like another one
 * @param contacts where it wants its readers to go
 */
public record Post(
    Sighting sighting, int letters, @Nullable Sketch sketch, List<Contact> contacts) {

  /** Shorter texts are common property: "Thank you for the review!" */
  public static final int SHORTEST = 24;

  /**
   * A post.
   *
   * @param sighting whose, where and when; without a mark
   * @param canonical the text as it is compared
   * @param references where it refers its readers to
   */
  public static Post of(Sighting sighting, String canonical, References references) {
    char[] letters = Letters.of(canonical);
    Sketch sketch = letters.length < SHORTEST ? null : new Sketch(letters);
    return new Post(sighting, letters.length, sketch, Contact.among(references));
  }

  long comment() {
    return sighting.comment();
  }

  int author() {
    return sighting.author();
  }

  int thread() {
    return sighting.thread();
  }

  long at() {
    return sighting.at();
  }
}
