package io.rejoinder.comment.rendering;

import org.jspecify.annotations.Nullable;

/**
 * A submission as the API tells its author: what of it is shown here.
 *
 * @param id the comment's id
 * @param thread its thread; null as long as no projection has heard of it
 * @param state {@code checking}, {@code held}, {@code published}, {@code rejected} or {@code
 *     withdrawn}
 * @param reason why it was rejected
 * @param revision the number of the newest revision
 * @param text the newest revision
 * @param html the same rendered
 */
record Standing(
    String id,
    @Nullable String thread,
    String state,
    @Nullable Reason reason,
    @Nullable Integer revision,
    @Nullable String text,
    @Nullable String html) {

  /**
   * Why a comment was rejected.
   *
   * @param code the policy's code
   */
  record Reason(String code) {}

  boolean undecided() {
    return state.equals("checking") || state.equals("held");
  }

  boolean editable() {
    return text != null && !state.equals("withdrawn");
  }
}
