package io.rejoinder.comment.following;

import org.jspecify.annotations.Nullable;

/**
 * What a reader sends who wants to follow: nothing in it is checked yet.
 *
 * @param email where to be told
 * @param language in which; that of the browser unless said
 */
record FollowRequest(@Nullable String email, @Nullable String language) {

  /** Nobody's to read in a log. */
  @Override
  public String toString() {
    return "FollowRequest[...]";
  }
}
