package io.rejoinder.moderation.queue;

import io.rejoinder.events.author.AuthorState;
import io.rejoinder.events.comment.Lease;
import io.rejoinder.moderation.account.Moderators;
import io.rejoinder.moderation.index.Catalogue;
import io.rejoinder.moderation.index.Item;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Gathers what a card shows around a comment, so that nothing has to be opened for a decision.
 * Threadsafe; blocks for as long as the catalogue does.
 */
final class Surroundings {

  private final Catalogue catalogue;
  private final Reviews reviews;
  private final Function<String, Optional<Lease>> leases;
  private final Function<List<String>, List<AuthorState>> authors;
  private final Moderators moderators;

  /**
   * What is around comments.
   *
   * @param leases who has a comment in hand
   * @param authors what is held of whoever has these keys
   * @param moderators who there is to answer an appeal
   */
  Surroundings(
      Catalogue catalogue,
      Reviews reviews,
      Function<String, Optional<Lease>> leases,
      Function<List<String>, List<AuthorState>> authors,
      Moderators moderators) {
    this.catalogue = catalogue;
    this.reviews = reviews;
    this.leases = leases;
    this.authors = authors;
    this.moderators = moderators;
  }

  /** The same items in the same order; authors and campaigns are asked about once. */
  List<Surrounded> of(Collection<Item> items) {
    Map<String, Item> parents = parents(items);
    Map<Item.Writer, Catalogue.AuthorRecord> records = new HashMap<>();
    Map<String, Integer> campaigns = new HashMap<>();
    return items.stream()
        .map(
            item ->
                new Surrounded(
                    item,
                    reviews.of(item.thread()),
                    item.parent() == null ? null : parents.get(item.parent()),
                    records.computeIfAbsent(item.writer(), catalogue::recordOf),
                    leases.apply(item.id()).orElse(null),
                    authors.apply(item.writer().keys()),
                    item.marks().campaign() == null
                        ? 0
                        : campaigns.computeIfAbsent(item.marks().campaign(), catalogue::campaign),
                    item.openAppeal()
                        .filter(appeal -> moderators.anyBut(appeal.judges()))
                        .isPresent()))
        .toList();
  }

  private Map<String, Item> parents(Collection<Item> items) {
    Set<String> ids =
        items.stream().map(Item::parent).filter(Objects::nonNull).collect(Collectors.toSet());
    return catalogue.items(ids).stream().collect(Collectors.toMap(Item::id, item -> item));
  }
}
