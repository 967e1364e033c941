package io.rejoinder.moderation.index;

import org.jspecify.annotations.Nullable;

/**
 * What somebody looks at.
 *
 * @param listing the list; null for every comment there is
 * @param account whose view: what is to be judged blind is hidden from those who have not
 * @param search what it is narrowed down to
 */
public record View(@Nullable Listing listing, String account, Search search) {

  /** A whole list. */
  public static View of(Listing listing, String account) {
    return new View(listing, account, Search.ALL);
  }
}
