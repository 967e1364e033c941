package io.rejoinder.moderation.screening;

import io.rejoinder.events.Sealed;
import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.Circumstances;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.settings.Lists;
import io.rejoinder.moderation.link.References;
import io.rejoinder.moderation.text.Canonical;
import io.rejoinder.moderation.window.Sighting;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A revision as screens look at it.
 *
 * @param comment the comment
 * @param thread the thread that it answers in
 * @param author who wrote it
 * @param raw the text as typed
 * @param canonical the text as it is compared
 * @param references where the text refers its readers to
 * @param lists the site's own words and domains, as they stand in the settings
 * @param model the version of the model to ask; the shipped one for null
 * @param rejectedBefore whether a moderator rejected what this revision replaces
 * @param live whether it belongs to the traffic of now
 * @param at when it was written
 * @param circumstances how it was posted, where that is known
 */
record Subject(
    CommentId comment,
    ThreadId thread,
    Author author,
    String raw,
    Canonical canonical,
    References references,
    Lists lists,
    @Nullable String model,
    boolean rejectedBefore,
    boolean live,
    Instant at,
    @Nullable Circumstances circumstances) {

  /** As windows know it, of the author's strongest key. */
  Sighting sighting() {
    return new Sighting(
        Sighting.keyOf(comment),
        authorKeys().values().iterator().next().hashCode(),
        thread.value().hashCode(),
        0,
        at.toEpochMilli());
  }

  /** By what an author can be told from others, strongest first: kind to keyed hash or name. */
  Map<String, String> authorKeys() {
    Map<String, String> keys = new LinkedHashMap<>();
    Sealed address = author.address();
    if (address != null) {
      keys.put("address", address.hash());
    }
    Sealed email = author.email();
    if (email != null) {
      keys.put("email", email.hash());
    }
    keys.put("name", author.name().strip().toLowerCase(Locale.ROOT));
    return keys;
  }
}
