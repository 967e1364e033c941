package io.rejoinder.events.comment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a moderator can say of a comment. */
public enum Verdict {
  @JsonProperty("approve")
  APPROVE,
  @JsonProperty("reject")
  REJECT,
  /** It goes on waiting, for somebody else. */
  @JsonProperty("escalate")
  ESCALATE
}
