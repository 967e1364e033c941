package io.rejoinder.moderation.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.LongStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Gathers when comments were written. */
final class AgeCollector extends SimpleCollector {

  private static final int FIRST = 1_024;

  private long[] written = new long[FIRST];
  private int size;
  private NumericDocValues at = DocValues.emptyNumeric();

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    at = DocValues.getNumeric(context.reader(), Fields.AT);
  }

  @Override
  public void collect(int document) throws IOException {
    if (at.advanceExact(document)) {
      if (size == written.length) {
        written = Arrays.copyOf(written, 2 * size);
      }
      written[size++] = at.longValue();
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  /** Puts together what was gathered in the parts of the index, the oldest first. */
  static final class Manager implements CollectorManager<AgeCollector, long[]> {

    @Override
    public AgeCollector newCollector() {
      return new AgeCollector();
    }

    @Override
    public long[] reduce(Collection<AgeCollector> parts) {
      return parts.stream()
          .flatMapToLong(part -> LongStream.of(part.written).limit(part.size))
          .sorted()
          .toArray();
    }
  }
}
