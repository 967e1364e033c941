package io.rejoinder.moderation.index;

import io.rejoinder.events.EventCodec;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Status;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** An item as a document of the index: what it is found by, and all of it as JSON. */
final class Fields {

  /** Raised with each change of what is written here: another index is made anew from the log. */
  static final String VERSION = "5";

  static final String ID = "id";
  static final String ID_ORDER = "id.order";
  static final String LIST = "list";
  static final String IS = "is";
  static final String JUDGED_BY = "judgedBy";

  /** The accounts that an appeal is not for. */
  static final String APPEALED_FROM = "appealedFrom";

  static final String THREAD = "thread";
  static final String AUTHOR = "author";
  static final String WRITER = "writer";
  static final String REASON = "reason";
  static final String SCREEN = "screen";
  static final String DOMAIN = "domain";
  static final String CAMPAIGN = "campaign";
  static final String BATCH = "batch";
  static final String LANGUAGE = "language";
  static final String MODERATOR = "moderator";
  static final String TEXT = "text";
  static final String AT = "at";
  static final String CREATED = "created";
  static final String SPAM = "spam";
  static final String TOXIC = "toxic";
  static final String VOICES = "voices";

  /** The name of a {@link io.rejoinder.events.comment.Status}, to be counted by. */
  static final String STATUS = "status";

  /** Milliseconds until the first person decided on the newest revision. */
  static final String WAITED = "waited";

  /** These four to be counted by. */
  static final String DECIDER = "count.decider";

  static final String REJECTED_FOR = "count.reason";
  static final String DOMAINS = "count.domain";
  static final String CAMPAIGNS = "count.campaign";
  private static final String URGENCY = "urgency";
  private static final String JSON = "json";

  private Fields() {}

  static Document document(Item item) {
    Document document = new Document();
    document.add(new StringField(ID, item.id(), Field.Store.NO));
    document.add(new SortedDocValuesField(ID_ORDER, new BytesRef(item.id())));
    item.lists().forEach(list -> exact(document, LIST, list.wireName()));
    states(item).forEach(state -> exact(document, IS, state));
    item.judgedBy().forEach(account -> exact(document, JUDGED_BY, account));
    item.openAppeal().stream()
        .flatMap(appeal -> appeal.judges().stream())
        .forEach(account -> exact(document, APPEALED_FROM, account));
    exact(document, THREAD, item.thread());
    item.writer().keys().forEach(key -> exact(document, WRITER, key));
    reasons(item).distinct().forEach(reason -> exact(document, REASON, reason));
    item.evidence().stream()
        .filter(one -> one.weight() > 0)
        .map(Evidence::screen)
        .forEach(screen -> exact(document, SCREEN, screen));
    item.marks().domains().forEach(domain -> exact(document, DOMAIN, domain));
    exact(document, CAMPAIGN, item.marks().campaign());
    exact(document, LANGUAGE, Languages.of(item.text()).orElse(null));
    exact(document, BATCH, item.decision() == null ? null : item.decision().batch());
    moderator(item).ifPresent(name -> exact(document, MODERATOR, name));
    document.add(new TextField(AUTHOR, item.writer().name(), Field.Store.NO));
    document.add(new TextField(TEXT, item.text(), Field.Store.NO));
    numbers(document, item);
    counted(document, item);
    document.add(new StoredField(JSON, EventCodec.json().writeValueAsBytes(item)));
    return document;
  }

  private static void numbers(Document document, Item item) {
    number(document, AT, item.waitsSince().toEpochMilli());
    number(document, CREATED, item.createdAt().toEpochMilli());
    number(document, VOICES, item.voices());
    document.add(new SortedDocValuesField(STATUS, new BytesRef(item.status().name())));
    document.add(new NumericDocValuesField(URGENCY, Urgency.of(item)));
    Double spam = item.marks().spam();
    if (spam != null) {
      document.add(new DoublePoint(SPAM, spam));
    }
    Double toxic = item.marks().toxic();
    if (toxic != null) {
      document.add(new DoublePoint(TOXIC, toxic));
    }
  }

  private static void counted(Document document, Item item) {
    item.waited()
        .ifPresent(time -> document.add(new NumericDocValuesField(WAITED, time.toMillis())));
    Item.Decided decision = item.decision();
    boolean done = item.status() == Status.APPROVED || item.status() == Status.REJECTED;
    if (decision != null && done) {
      counted(document, DECIDER, decision.by().kind().name().toLowerCase(Locale.ROOT));
      counted(document, REJECTED_FOR, item.status() == Status.REJECTED ? decision.reason() : null);
    }
    item.marks().domains().forEach(domain -> counted(document, DOMAINS, domain));
    counted(document, CAMPAIGNS, item.marks().campaign());
  }

  private static void counted(Document document, String field, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      document.add(new SortedSetDocValuesField(field, new BytesRef(value)));
    }
  }

  /** To be found by and to be ordered by. */
  private static void number(Document document, String field, long value) {
    document.add(new LongPoint(field, value));
    document.add(new NumericDocValuesField(field, value));
  }

  private static void exact(Document document, String field, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      document.add(new StringField(field, value, Field.Store.NO));
    }
  }

  /** What {@code is:} asks for. */
  private static Stream<String> states(Item item) {
    Item.Decided decision = item.decision();
    return Stream.of(
            Optional.of(item.status().name().toLowerCase(Locale.ROOT)),
            when(item.lists().contains(Listing.REPORTED), "reported"),
            when(item.appeal() != null, "appealed"),
            when(item.revision() > 1, "edited"),
            when(item.parent() != null, "reply"),
            when(item.imported(), "imported"),
            when(item.writer().verified(), "verified"),
            when(item.seen() != null, "public"),
            when(decision != null && decision.escalated(), "escalated"),
            when(decision != null && decision.by().kind() == By.Kind.SCREENING, "automatic"))
        .flatMap(Optional::stream);
  }

  private static Optional<String> when(boolean so, String state) {
    return so ? Optional.of(state) : Optional.empty();
  }

  private static Stream<String> reasons(Item item) {
    Item.Decided decision = item.decision();
    return Stream.concat(
        Stream.ofNullable(decision == null ? null : decision.reason()),
        item.reports().stream().map(report -> report.reason()));
  }

  private static Optional<String> moderator(Item item) {
    Item.Decided decision = item.decision();
    return decision == null || decision.by().name() == null
        ? Optional.empty()
        : Optional.of(decision.by().name().toLowerCase(Locale.ROOT));
  }

  static Item item(Document document) {
    IndexableField json = document.getField(JSON);
    BytesRef bytes = json.binaryValue();
    return EventCodec.json().readValue(bytes.bytes, bytes.offset, bytes.length, Item.class);
  }
}
