package io.rejoinder.moderation.policy;

import org.jspecify.annotations.Nullable;

/** Says whether comments may be rejected without a person. Threadsafe, and answers at once. */
@FunctionalInterface
public interface Fallback {

  /** Automatic rejection is never paused. */
  Fallback NEVER = () -> null;

  /** The name in a decision's versions that says that its rejection was turned into a hold. */
  String NAME = "fallback";

  /** What stands under {@link #NAME}. */
  String HOLD = "hold";

  /** Why automatic rejection is paused, for a person to read; null while it is not. */
  @Nullable String paused();
}
