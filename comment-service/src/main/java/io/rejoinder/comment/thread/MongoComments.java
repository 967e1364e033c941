package io.rejoinder.comment.thread;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static io.rejoinder.comment.thread.CommentDocument.CREATED;
import static io.rejoinder.comment.thread.CommentDocument.DEPTH;
import static io.rejoinder.comment.thread.CommentDocument.ID;
import static io.rejoinder.comment.thread.CommentDocument.LIKES;
import static io.rejoinder.comment.thread.CommentDocument.MAILBOX;
import static io.rejoinder.comment.thread.CommentDocument.PARENT;
import static io.rejoinder.comment.thread.CommentDocument.READER;
import static io.rejoinder.comment.thread.CommentDocument.ROOT;
import static io.rejoinder.comment.thread.CommentDocument.SEEN;
import static io.rejoinder.comment.thread.CommentDocument.TALLY;
import static io.rejoinder.comment.thread.CommentDocument.THREAD;
import static io.rejoinder.comment.thread.CommentDocument.VISIBLE;

import com.mongodb.WriteConcern;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.projection.VersionedWrites;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Comments in MongoDB; writes are acknowledged once they are in the journal. */
final class MongoComments implements Comments {

  static final String COMMENTS = "comments";

  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
  private static final Bson WITHOUT_TEXTS =
      Projections.exclude("newest.text", "shown.text", CommentDocument.OUTCOMES);

  private final MongoCollection<Document> comments;
  private final VersionedWrites writes;
  private final MongoWaiting waiting;
  private final MongoTallies tallies;

  MongoComments(MongoDatabase database) {
    WriteConcern journaled = WriteConcern.W1.withJournal(true);
    this.comments = database.getCollection(COMMENTS).withWriteConcern(journaled);
    this.writes = new VersionedWrites(comments);
    this.waiting =
        new MongoWaiting(database.getCollection(MongoWaiting.WAITING).withWriteConcern(journaled));
    this.tallies =
        new MongoTallies(
            database.getCollection(MongoTallies.TALLIES).withWriteConcern(journaled), comments);
  }

  @Override
  public Mono<Set<CommentId>> store(Collection<Comment> batch) {
    return writes
        .store(batch.stream().map(CommentDocument::versioned).toList())
        .flatMapIterable(known -> known)
        .map(known -> new CommentId(known.id()))
        .collect(Collectors.toSet());
  }

  @Override
  public Flux<Comment> find(Collection<CommentId> ids) {
    return ids.isEmpty()
        ? Flux.empty()
        : Flux.from(comments.find(in(ID, values(ids)))).map(CommentDocument::comment);
  }

  @Override
  public Flux<Comment> newer(Map<CommentId, Comment> known) {
    return Flux.from(
            comments
                .find(in(ID, values(known.keySet())))
                .projection(Projections.include(CommentDocument.SHOWN_SINCE, LIKES, TALLY)))
        .filter(document -> moved(document, known.get(new CommentId(document.getString(ID)))))
        .map(document -> new CommentId(document.getString(ID)))
        .collectList()
        .flatMapMany(this::find);
  }

  private static boolean moved(Document document, @Nullable Comment known) {
    if (known == null) {
      return false;
    }
    long since = document.getLong(CommentDocument.SHOWN_SINCE);
    long tally = CommentDocument.counts(document).tally();
    return since > known.shownSince()
        || (since == known.shownSince() && tally > known.likes().tally());
  }

  @Override
  public Mono<Boolean> verified(String thread, String name) {
    List<String> forms = CommentDocument.forms(thread, name);
    return forms.isEmpty()
        ? Mono.just(false)
        : Flux.from(
                comments
                    .find(in(CommentDocument.NAMES, forms))
                    .projection(Projections.include(ID))
                    .limit(1))
            .hasElements();
  }

  @Override
  public Mono<Void> count(Map<CommentId, LikeCount> counts) {
    return counts.isEmpty() ? Mono.empty() : tallies.store(counts);
  }

  @Override
  public Mono<Map<CommentId, LikeCount>> counted(Collection<CommentId> ids) {
    return ids.isEmpty() ? Mono.just(Map.of()) : tallies.known(ids);
  }

  @Override
  public Mono<Map<CommentId, Anchor>> anchors(Collection<CommentId> ids) {
    if (ids.isEmpty()) {
      return Mono.just(Map.of());
    }
    return Flux.from(
            comments
                .find(in(ID, values(ids)))
                .projection(Projections.include(THREAD, SEEN, ROOT, DEPTH)))
        .filter(document -> document.getBoolean(SEEN, false) && document.containsKey(ROOT))
        .collectMap(document -> new CommentId(document.getString(ID)), MongoComments::anchor);
  }

  @SuppressWarnings("NullAway") // Only called for documents that have a place.
  private static Anchor anchor(Document document) {
    return new Anchor(document.getString(THREAD), CommentDocument.placeOf(document));
  }

  @Override
  public Mono<Void> place(Map<CommentId, Place> places) {
    List<UpdateOneModel<Document>> writes =
        places.entrySet().stream()
            .map(
                entry ->
                    new UpdateOneModel<Document>(
                        eq(ID, entry.getKey().value()),
                        new Document("$set", CommentDocument.place(entry.getValue()))))
            .toList();
    return writes.isEmpty()
        ? Mono.empty()
        : Mono.from(comments.bulkWrite(writes, UNORDERED)).then();
  }

  @Override
  public Mono<Void> await(Collection<Waiting> replies) {
    return waiting.add(replies);
  }

  @Override
  public Flux<Waiting> waitingFor(Collection<CommentId> parents) {
    return waiting.of(parents);
  }

  @Override
  public Mono<Void> release(Collection<CommentId> replies) {
    return waiting.remove(replies);
  }

  @Override
  public Flux<Comment> roots(String thread, Sort sort, @Nullable Key after, int limit) {
    Bson filter = and(eq(THREAD, thread), eq(DEPTH, 0), eq(SEEN, true));
    if (after != null) {
      filter = and(filter, RootOrder.behind(sort, after));
    }
    return Flux.from(
            comments.find(filter).projection(WITHOUT_TEXTS).sort(RootOrder.of(sort)).limit(limit))
        .map(CommentDocument::comment);
  }

  @Override
  public Flux<Comment> replies(Collection<CommentId> roots, int limit) {
    return roots.isEmpty()
        ? Flux.empty()
        : Flux.from(
                comments
                    .find(and(in(ROOT, values(roots)), eq(SEEN, true), gt(DEPTH, 0)))
                    .projection(WITHOUT_TEXTS)
                    .sort(Sorts.ascending(CREATED, ID))
                    .limit(limit))
            .map(CommentDocument::comment);
  }

  @Override
  public Flux<Comment> newest(String thread, int limit) {
    return newestOf(and(eq(THREAD, thread), eq(VISIBLE, true), gte(DEPTH, 0)), limit);
  }

  @Override
  public Flux<Comment> answers(CommentId parent, int limit) {
    return newestOf(and(eq(PARENT, parent.value()), eq(VISIBLE, true), gt(DEPTH, 0)), limit);
  }

  @Override
  public Flux<Comment> ofReader(String reader, @Nullable CommentId after, int limit) {
    return all(eq(READER, reader), after, limit);
  }

  @Override
  public Flux<Comment> ofMailbox(String mailbox, @Nullable CommentId after, int limit) {
    return all(eq(MAILBOX, mailbox), after, limit);
  }

  private Flux<Comment> all(Bson theirs, @Nullable CommentId after, int limit) {
    return Flux.from(
            comments
                .find(after == null ? theirs : and(theirs, gt(ID, after.value())))
                .sort(Sorts.ascending(ID))
                .limit(limit))
        .map(CommentDocument::comment);
  }

  private Flux<Comment> newestOf(Bson filter, int limit) {
    return Flux.from(
            comments
                .find(filter)
                .projection(WITHOUT_TEXTS)
                .sort(Sorts.descending(CREATED, ID))
                .limit(limit))
        .map(CommentDocument::comment);
  }

  @Override
  public Mono<Long> count(String thread) {
    return Mono.from(
        comments.countDocuments(and(eq(THREAD, thread), eq(VISIBLE, true), gte(DEPTH, 0))));
  }

  @Override
  public Mono<Map<String, Long>> counts(Collection<String> threads) {
    Bson visible = and(in(THREAD, threads), eq(VISIBLE, true), gte(DEPTH, 0));
    return Flux.from(
            comments.aggregate(
                List.of(
                    Aggregates.match(visible),
                    Aggregates.group("$" + THREAD, Accumulators.sum("count", 1L)))))
        .collectMap(
            group -> group.getString(ID), group -> group.get("count", Number.class).longValue());
  }

  @Override
  public Mono<Boolean> answered(CommentId comment, CommentId root) {
    // The root first, as there is an index.
    Bson reply =
        and(eq(ROOT, root.value()), eq(PARENT, comment.value()), eq(VISIBLE, true), gt(DEPTH, 0));
    return Flux.from(comments.find(reply).projection(Projections.include(ID)).limit(1))
        .hasElements();
  }

  static List<String> values(Collection<CommentId> ids) {
    return ids.stream().map(CommentId::value).toList();
  }
}
