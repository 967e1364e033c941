package io.rejoinder.moderation.index;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every comment, found by anything that is known of it. What was taken in is found within a tenth
 * of a second. Threadsafe; a call takes from a tenth of a millisecond to some milliseconds of a
 * core, and may wait for the disk.
 */
public interface Catalogue {

  /**
   * A page of a view.
   *
   * @param view what is looked at
   * @param order in which
   * @param after behind which place; null for the first page
   * @param limit items at most
   * @throws SearchFault for a value that an operator of the search cannot have
   */
  List<Item> page(View view, Order order, @Nullable Key after, int limit);

  /**
   * How many comments a view has, and when the newest revision of the oldest was written.
   *
   * @throws SearchFault for a value that an operator of the search cannot have
   */
  Size size(View view);

  /** How many comments an author wrote, told by this key. */
  int by(String author);

  /** The items of these comments, as far as there are any, in no order. */
  List<Item> items(Collection<String> ids);

  /** What became of an author's comments until now. */
  AuthorRecord recordOf(Item.Writer writer);

  /** How many comments belong to a campaign. */
  int campaign(String id);

  /**
   * What became of all comments that were written in a period. Reads some fields of each: a tenth
   * of a second for a million.
   */
  Survey survey(Survey.Period period);

  /**
   * Since when those that wait do, in milliseconds since 1970, ascending. Reads one field of each.
   */
  long[] waiting();

  /**
   * How much a view is.
   *
   * @param count comments
   * @param oldest when the newest revision of the oldest was written; empty where there is none
   */
  record Size(long count, Optional<Instant> oldest) {}

  /**
   * An author's comments.
   *
   * @param approved how many readers may see
   * @param held how many wait
   * @param rejected how many were rejected
   * @param first when the first of them was written
   */
  record AuthorRecord(int approved, int held, int rejected, Optional<Instant> first) {}
}
