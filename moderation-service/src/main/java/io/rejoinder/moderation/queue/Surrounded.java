package io.rejoinder.moderation.queue;

import io.rejoinder.events.author.AuthorState;
import io.rejoinder.events.comment.Lease;
import io.rejoinder.moderation.author.Authors;
import io.rejoinder.moderation.index.Catalogue;
import io.rejoinder.moderation.index.Item;
import io.rejoinder.moderation.screening.Standings;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item with what a decision on it needs to know besides.
 *
 * @param item the comment
 * @param page that it stands on
 * @param parent the comment that it replies to, where that is known
 * @param record of its author
 * @param lease of whoever has it in hand
 * @param held what moderators hold of whoever wrote it
 * @param campaign how many comments belong to its campaign; 0 where there is none
 * @param othersAnswer whether its appeal is for others than those who rejected it: false where
 *     there is nobody else, or no appeal
 */
record Surrounded(
    Item item,
    Reviews.Page page,
    @Nullable Item parent,
    Catalogue.AuthorRecord record,
    @Nullable Lease lease,
    List<AuthorState> held,
    int campaign,
    boolean othersAnswer) {

  /** Whether this account may answer its appeal. */
  boolean isAnswerableBy(String account) {
    return item.openAppeal()
        .filter(appeal -> !othersAnswer || !appeal.judges().contains(account))
        .isPresent();
  }

  /** How moderators have its author stand, whatever it is told by. */
  AuthorState.Standing standing(Instant now) {
    return Authors.strictest(held, now)
        .map(Standings.Held::standing)
        .orElse(AuthorState.Standing.ORDINARY);
  }
}
