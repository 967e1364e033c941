package io.rejoinder.moderation.policy;

import jakarta.validation.constraints.AssertTrue;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The policy's bounds on the sum of weights: {@code rejoinder.policy.*}.
 *
 * @param holdAt from this sum on a comment waits for a moderator; 1.0, what three links, a blocked
 *     word or a flood weigh alone
 * @param rejectAt from this sum on a comment is rejected without one; 3.0, which takes several
 *     findings, or a text seen eight times before
 */
@Validated
@ConfigurationProperties("rejoinder.policy")
public record PolicyProperties(
    @DefaultValue("1.0") double holdAt, @DefaultValue("3.0") double rejectAt) {

  /** Whether the bounds are in order. */
  @AssertTrue(message = "rejoinder.policy: expected 0 < hold-at <= reject-at")
  public boolean isOrdered() {
    return holdAt > 0 && holdAt <= rejectAt;
  }
}
