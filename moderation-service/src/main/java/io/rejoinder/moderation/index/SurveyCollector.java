package io.rejoinder.moderation.index;

import io.rejoinder.events.comment.Status;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/**
 * Counts a {@link Survey}. Values are counted by their numbers within a file of the index, and
 * become text once for each file.
 */
final class SurveyCollector extends SimpleCollector {

  private static final List<Status> COUNTED =
      List.of(Status.APPROVED, Status.HELD, Status.REJECTED);
  private static final int WAITS = 1_024;

  private final Survey.Period period;
  private final long[][] counts;
  private final Map<String, Long> deciders = new HashMap<>();
  private final Map<String, Long> reasons = new HashMap<>();
  private final Map<String, Long> domains = new HashMap<>();
  private final Map<String, Long> campaigns = new HashMap<>();
  private long[] waits = new long[WAITS];
  private int waited;

  private NumericDocValues created = DocValues.emptyNumeric();
  private NumericDocValues wait = DocValues.emptyNumeric();
  private SortedDocValues status = DocValues.emptySorted();
  private int[] place = {};
  private List<Values> values = List.of();

  private SurveyCollector(Survey.Period period) {
    this.period = period;
    this.counts = new long[period.parts()][COUNTED.size()];
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    var reader = context.reader();
    created = DocValues.getNumeric(reader, Fields.CREATED);
    wait = DocValues.getNumeric(reader, Fields.WAITED);
    status = DocValues.getSorted(reader, Fields.STATUS);
    place = new int[status.getValueCount()];
    for (int i = 0; i < place.length; i++) {
      place[i] = COUNTED.indexOf(Status.valueOf(status.lookupOrd(i).utf8ToString()));
    }
    values =
        List.of(
            new Values(DocValues.getSortedSet(reader, Fields.DECIDER), deciders),
            new Values(DocValues.getSortedSet(reader, Fields.REJECTED_FOR), reasons),
            new Values(DocValues.getSortedSet(reader, Fields.DOMAINS), domains),
            new Values(DocValues.getSortedSet(reader, Fields.CAMPAIGNS), campaigns));
  }

  @Override
  public void collect(int document) throws IOException {
    if (!created.advanceExact(document) || !status.advanceExact(document)) {
      return;
    }
    int of = place[status.ordValue()];
    if (of < 0) {
      return;
    }
    long since = created.longValue() - period.from().toEpochMilli();
    counts[(int) (since / period.part().toMillis())][of]++;
    if (wait.advanceExact(document)) {
      if (waited == waits.length) {
        waits = Arrays.copyOf(waits, 2 * waited);
      }
      waits[waited++] = wait.longValue();
    }
    for (Values one : values) {
      one.count(document);
    }
  }

  @Override
  public void finish() throws IOException {
    for (Values one : values) {
      one.name();
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  /** A field's values in one file, with how often each occurs. */
  private static final class Values {
    private final SortedSetDocValues field;
    private final int[] times;
    private final Map<String, Long> all;

    Values(SortedSetDocValues field, Map<String, Long> all) {
      this.field = field;
      this.times = new int[(int) field.getValueCount()];
      this.all = all;
    }

    void count(int document) throws IOException {
      if (field.advanceExact(document)) {
        for (int i = field.docValueCount(); i > 0; i--) {
          times[(int) field.nextOrd()]++;
        }
      }
    }

    void name() throws IOException {
      for (int i = 0; i < times.length; i++) {
        if (times[i] > 0) {
          all.merge(field.lookupOrd(i).utf8ToString(), (long) times[i], Long::sum);
        }
      }
    }
  }

  /** Puts together what was counted in the parts of the index. */
  record Manager(Survey.Period period) implements CollectorManager<SurveyCollector, Survey> {

    @Override
    public SurveyCollector newCollector() {
      return new SurveyCollector(period);
    }

    @Override
    public Survey reduce(Collection<SurveyCollector> parts) {
      SurveyCollector sum = new SurveyCollector(period);
      parts.forEach(sum::add);
      long[] waits = Arrays.copyOf(sum.waits, sum.waited);
      Arrays.sort(waits);
      sum.campaigns.values().removeIf(times -> times < 2);
      return new Survey(
          IntStream.range(0, period.parts()).mapToObj(sum::part).toList(),
          sum.deciders,
          Survey.Waited.of(waits),
          sum.reasons,
          sum.domains,
          sum.campaigns);
    }
  }

  private Survey.Counts part(int i) {
    return new Survey.Counts(
        period.from().plus(period.part().multipliedBy(i)),
        counts[i][0],
        counts[i][1],
        counts[i][2]);
  }

  private void add(SurveyCollector part) {
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts[i].length; j++) {
        counts[i][j] += part.counts[i][j];
      }
    }
    part.deciders.forEach((name, times) -> deciders.merge(name, times, Long::sum));
    part.reasons.forEach((name, times) -> reasons.merge(name, times, Long::sum));
    part.domains.forEach((name, times) -> domains.merge(name, times, Long::sum));
    part.campaigns.forEach((name, times) -> campaigns.merge(name, times, Long::sum));
    long[] all = Arrays.copyOf(waits, Math.max(waits.length, waited + part.waited));
    System.arraycopy(part.waits, 0, all, waited, part.waited);
    waits = all;
    waited += part.waited;
  }
}
