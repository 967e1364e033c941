package io.rejoinder.moderation.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.jspecify.annotations.Nullable;

/** The catalogue in Lucene. */
final class LuceneCatalogue implements Catalogue, AutoCloseable {

  /**
   * Readers look again at most so often: each time costs some milliseconds and leaves a small file
   * to be merged, and a moderator does not notice a tenth of a second.
   */
  private static final long LOOK_AGAIN_NANOS = 100_000_000;

  private final Queries queries;
  private final SearcherManager searchers;
  private long looked = System.nanoTime() - LOOK_AGAIN_NANOS;

  LuceneCatalogue(Files files, Queries queries) {
    this.queries = queries;
    try {
      this.searchers = new SearcherManager(files.writer(), new SearcherFactory());
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be read", e);
    }
  }

  @Override
  public List<Item> page(View view, Order order, @Nullable Key after, int limit) {
    Query query = queries.of(view);
    return read(
        searcher -> {
          FieldDoc behind = after == null ? null : after.behind(searcher.getIndexReader().maxDoc());
          return items(
              searcher, searcher.searchAfter(behind, query, limit, order.sort()).scoreDocs);
        });
  }

  @Override
  public Size size(View view) {
    Query query = queries.of(view);
    return read(
        searcher -> {
          int count = searcher.count(query);
          return new Size(count, count == 0 ? Optional.empty() : first(searcher, query, Fields.AT));
        });
  }

  @Override
  public List<Item> items(Collection<String> ids) {
    Query query = Queries.anyOf(Fields.ID, ids);
    return ids.isEmpty()
        ? List.of()
        : read(searcher -> items(searcher, searcher.search(query, ids.size()).scoreDocs));
  }

  @Override
  public AuthorRecord recordOf(Item.Writer writer) {
    Query by = Queries.sameWriter(writer);
    return read(searcher -> searcher.search(by, new RecordCollector.Manager()));
  }

  @Override
  public int by(String author) {
    return read(searcher -> searcher.count(Queries.exactly(Fields.WRITER, author)));
  }

  @Override
  public Survey survey(Survey.Period period) {
    long from = period.from().toEpochMilli();
    Query written = LongPoint.newRangeQuery(Fields.CREATED, from, period.to().toEpochMilli() - 1);
    return read(searcher -> searcher.search(written, new SurveyCollector.Manager(period)));
  }

  @Override
  public long[] waiting() {
    Query held = Queries.exactly(Fields.LIST, Listing.HELD.wireName());
    return read(searcher -> searcher.search(held, new AgeCollector.Manager()));
  }

  @Override
  public int campaign(String id) {
    return read(searcher -> searcher.count(Queries.exactly(Fields.CAMPAIGN, id)));
  }

  private static Optional<Instant> first(IndexSearcher searcher, Query query, String field)
      throws IOException {
    Sort sort = new Sort(new SortField(field, SortField.Type.LONG));
    ScoreDoc[] first = searcher.search(query, 1, sort).scoreDocs;
    return first.length == 0
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli((Long) ((FieldDoc) first[0]).fields[0]));
  }

  private static List<Item> items(IndexSearcher searcher, ScoreDoc[] found) throws IOException {
    StoredFields stored = searcher.storedFields();
    List<Item> items = new ArrayList<>(found.length);
    for (ScoreDoc one : found) {
      items.add(Fields.item(stored.document(one.doc)));
    }
    return items;
  }

  private <T> T read(Reading<T> reading) {
    try {
      lookAgainWhereDue();
      IndexSearcher searcher = searchers.acquire();
      try {
        return reading.of(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be read", e);
    }
  }

  private synchronized void lookAgainWhereDue() throws IOException {
    if (System.nanoTime() - looked >= LOOK_AGAIN_NANOS) {
      searchers.maybeRefreshBlocking();
      looked = System.nanoTime();
    }
  }

  /** Lets go of files that are replaced by now. */
  void lookAgain() {
    try {
      searchers.maybeRefreshBlocking();
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be read", e);
    }
  }

  @Override
  public void close() {
    try {
      searchers.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the index's readers cannot be closed", e);
    }
  }

  private interface Reading<T> {
    T of(IndexSearcher searcher) throws IOException;
  }
}
