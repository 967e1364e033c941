package io.rejoinder.comment.thread;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static io.rejoinder.comment.thread.CommentDocument.CREATED;
import static io.rejoinder.comment.thread.CommentDocument.ID;
import static io.rejoinder.comment.thread.CommentDocument.LIKES;

import com.mongodb.client.model.Sorts;
import io.rejoinder.comment.thread.Comments.Sort;
import java.util.Date;
import org.bson.conversions.Bson;

/** The orders of roots, as the store is asked for them. */
final class RootOrder {

  private RootOrder() {}

  static Bson of(Sort sort) {
    return switch (sort) {
      case OLDEST -> Sorts.ascending(CREATED, ID);
      case NEWEST -> Sorts.descending(CREATED, ID);
      case BEST -> Sorts.descending(LIKES, CREATED, ID);
    };
  }

  /** The plain bound first, so that an index can use it; then what equal values leave open. */
  static Bson behind(Sort sort, Key key) {
    Date time = Date.from(key.createdAt());
    String id = key.id().value();
    return switch (sort) {
      case OLDEST -> and(gte(CREATED, time), or(gt(CREATED, time), gt(ID, id)));
      case NEWEST -> and(lte(CREATED, time), or(lt(CREATED, time), lt(ID, id)));
      case BEST ->
          and(
              lte(LIKES, key.likes()),
              or(lt(LIKES, key.likes()), lt(CREATED, time), and(eq(CREATED, time), lt(ID, id))));
    };
  }
}
