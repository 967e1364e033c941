package io.rejoinder.moderation.queue;

import io.rejoinder.moderation.index.Catalogue;
import io.rejoinder.moderation.index.Item;
import java.util.List;
import java.util.Optional;

/** Items without anything around them. */
final class Around {

  static final Catalogue.AuthorRecord UNKNOWN =
      new Catalogue.AuthorRecord(0, 0, 0, Optional.empty());

  private Around() {}

  static Surrounded of(Item item) {
    return new Surrounded(
        item, new Reviews.Page("Heat", null), null, UNKNOWN, null, List.of(), 0, false);
  }
}
