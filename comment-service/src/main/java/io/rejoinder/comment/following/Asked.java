package io.rejoinder.comment.following;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.comment.edge.Json;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.ThreadId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What somebody asked for, as the link of a confirmation carries it: nothing of it is kept here.
 *
 * @param email the address, to be confirmed
 * @param thread what is to be followed
 * @param comment the comment whose replies alone are; null for the whole thread
 * @param language of messages and pages
 * @param reader the identity of the browser that asked; null where it had none
 */
record Asked(
    String email,
    String thread,
    @Nullable String comment,
    String language,
    @Nullable String reader) {

  String text() {
    return new String(Json.bytes(this), UTF_8);
  }

  /** What a link carried, unless another version made it. */
  static Optional<Asked> of(String text) {
    try {
      return Optional.ofNullable(Json.mapper().readValue(text, Asked.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  ThreadId threadId() {
    return new ThreadId(thread);
  }

  @Nullable CommentId commentId() {
    return comment == null ? null : new CommentId(comment);
  }

  /** Nobody's to read in a log. */
  @Override
  public String toString() {
    return "Asked[" + thread + "]";
  }
}
