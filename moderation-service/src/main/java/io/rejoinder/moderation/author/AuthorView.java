package io.rejoinder.moderation.author;

import io.rejoinder.events.author.AuthorState;
import io.rejoinder.events.author.AuthorState.Standing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is held of an author as the API shows it ({@code Author} in the OpenAPI document).
 *
 * @param author the key
 * @param version what a change is based on
 * @param standing what it comes to now
 * @param until when that ends
 * @param reason why
 * @param by who changed it last; null where nobody did
 * @param at when
 */
record AuthorView(
    String author,
    long version,
    Standing standing,
    @Nullable Instant until,
    @Nullable String reason,
    List<String> labels,
    List<NoteView> notes,
    @Nullable String by,
    @Nullable Instant at) {

  static AuthorView of(AuthorState state, Instant now) {
    boolean holds = state.standingAt(now) == state.standing();
    return new AuthorView(
        state.author(),
        state.version(),
        state.standingAt(now),
        holds ? state.until() : null,
        holds ? state.reason() : null,
        state.labels(),
        state.notes().stream().map(NoteView::of).toList(),
        state.version() == 0 ? null : state.by().name(),
        state.version() == 0 ? null : state.at());
  }

  record NoteView(String text, @Nullable String by, Instant at) {
    static NoteView of(AuthorState.Note note) {
      return new NoteView(note.text(), note.by().name(), note.at());
    }
  }
}
