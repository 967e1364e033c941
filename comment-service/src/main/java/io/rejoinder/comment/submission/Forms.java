package io.rejoinder.comment.submission;

import io.rejoinder.comment.edge.FormTokens;
import io.rejoinder.events.comment.Circumstances;
import java.util.OptionalInt;

/** What the edge knows of how a comment was posted. It refuses nothing: screens weigh it. */
final class Forms {

  private final FormTokens tokens;
  private final DisposableDomains disposable;

  Forms(FormTokens tokens, DisposableDomains disposable) {
    this.tokens = tokens;
    this.disposable = disposable;
  }

  /**
   * The circumstances of a post that comes now.
   *
   * @param premoderated whether every comment of its thread waits for a moderator
   */
  Circumstances of(Draft draft, boolean premoderated) {
    Draft.Form form = draft.form();
    String email = draft.email();
    OptionalInt seconds = tokens.secondsSince(form == null ? null : form.token());
    return new Circumstances(
        seconds.isPresent() ? seconds.getAsInt() : null,
        form != null && !Checks.stripped(form.website()).isEmpty(),
        email != null && disposable.gave(email),
        premoderated ? true : null);
  }
}
