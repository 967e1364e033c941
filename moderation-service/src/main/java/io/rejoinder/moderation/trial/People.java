package io.rejoinder.moderation.trial;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Status;

/** What a person decided about a revision: what a verdict of the machine is measured by. */
enum People {
  @JsonProperty("approved")
  APPROVED,
  @JsonProperty("rejected")
  REJECTED,
  /** Nobody decided, or what they decided was taken back. */
  @JsonProperty("none")
  NONE;

  /** What people decided about the newest revision. */
  static People of(CommentState state) {
    Decision last = null;
    for (Decision decision : state.decisions()) {
      if (decision.revision() == state.newest().number()) {
        last = decision;
      }
    }
    if (last == null || last.by().kind() != By.Kind.MODERATOR || last.undoes() != null) {
      return NONE;
    }
    return last.outcome() == Status.APPROVED
        ? APPROVED
        : last.outcome() == Status.REJECTED ? REJECTED : NONE;
  }
}
