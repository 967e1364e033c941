package io.rejoinder.moderation.index;

import io.rejoinder.events.comment.Status;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts what became of an author's comments, in one pass over them. */
final class RecordCollector extends SimpleCollector {

  private final Map<Status, Integer> counts = new EnumMap<>(Status.class);
  private long first = Long.MAX_VALUE;
  private SortedDocValues status = DocValues.emptySorted();
  private NumericDocValues created = DocValues.emptyNumeric();

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    status = DocValues.getSorted(context.reader(), Fields.STATUS);
    created = DocValues.getNumeric(context.reader(), Fields.CREATED);
  }

  @Override
  public void collect(int document) throws IOException {
    if (status.advanceExact(document)) {
      String name = status.lookupOrd(status.ordValue()).utf8ToString();
      counts.merge(Status.valueOf(name), 1, Integer::sum);
    }
    if (created.advanceExact(document)) {
      first = Math.min(first, created.longValue());
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  /** Puts together what was counted in the parts of the index. */
  static final class Manager implements CollectorManager<RecordCollector, Catalogue.AuthorRecord> {

    @Override
    public RecordCollector newCollector() {
      return new RecordCollector();
    }

    @Override
    public Catalogue.AuthorRecord reduce(Collection<RecordCollector> parts) {
      long first = parts.stream().mapToLong(part -> part.first).min().orElse(Long.MAX_VALUE);
      return new Catalogue.AuthorRecord(
          of(parts, Status.APPROVED),
          of(parts, Status.HELD),
          of(parts, Status.REJECTED),
          first == Long.MAX_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(first)));
    }

    private static int of(Collection<RecordCollector> parts, Status status) {
      return parts.stream().mapToInt(part -> part.counts.getOrDefault(status, 0)).sum();
    }
  }
}
