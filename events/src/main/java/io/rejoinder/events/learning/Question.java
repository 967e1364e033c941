package io.rejoinder.events.learning;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a model is asked of a text. Each is a model, and a policy, of its own. */
public enum Question {
  @JsonProperty("spam")
  SPAM,
  @JsonProperty("toxicity")
  TOXICITY
}
