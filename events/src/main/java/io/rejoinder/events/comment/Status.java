package io.rejoinder.events.comment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where the newest revision of a comment stands. */
public enum Status {
  /** Every reader sees it. */
  @JsonProperty("approved")
  APPROVED,
  /** It waits for a moderator. */
  @JsonProperty("held")
  HELD,
  /** It is not shown. */
  @JsonProperty("rejected")
  REJECTED,
  /** Its author took it back: terminal. */
  @JsonProperty("withdrawn")
  WITHDRAWN,
  /** Nothing is left of it but this marker: terminal, and above withdrawn. */
  @JsonProperty("erased")
  ERASED;

  /** Whether no command changes it any more. */
  public boolean terminal() {
    return this == WITHDRAWN || this == ERASED;
  }
}
