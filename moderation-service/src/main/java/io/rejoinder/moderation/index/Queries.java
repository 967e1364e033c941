package io.rejoinder.moderation.index;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/** From what a moderator asks for to a query of the index. Threadsafe. */
final class Queries {

  /** {@code 0.5..0.9}, {@code >0.8}, {@code <0.2}; a bound is included. */
  private static final Pattern BAND =
      Pattern.compile(
          "(?:([<>])=?)?(0|1|0?\\.\\d{1,6}|1\\.0{1,6})(?:\\.\\.([01]|[01]?\\.\\d{1,6}))?");

  private final Analyzer words;
  private final Function<String, Collection<String>> threads;
  private final Supplier<Set<String>> moderators;

  /**
   * Queries.
   *
   * @param words how texts are split
   * @param threads the threads whose title or id this may be
   * @param moderators the accounts of all who can decide
   */
  Queries(
      Analyzer words,
      Function<String, Collection<String>> threads,
      Supplier<Set<String>> moderators) {
    this.words = words;
    this.threads = threads;
    this.moderators = moderators;
  }

  /**
   * What an account finds of a view: what it is to judge without being told anything is found in
   * the sample alone, and there only by what tells nothing.
   *
   * @throws SearchFault for a value that its operator cannot have
   */
  Query of(View view) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    boolean sample = view.listing() == Listing.SAMPLED;
    if (view.listing() != null) {
      all.add(exactly(Fields.LIST, view.listing().wireName()), Occur.FILTER);
    } else {
      all.add(new MatchAllDocsQuery(), Occur.FILTER);
    }
    all.add(sample ? exactly(Fields.JUDGED_BY, view.account()) : hidden(view), Occur.MUST_NOT);
    if (view.listing() == Listing.APPEALED) {
      all.add(othersAnswer(view.account()), Occur.MUST_NOT);
    }
    for (Search.Term term : view.search().terms()) {
      if (sample && term.operator() != null && term.operator().tells()) {
        throw new SearchFault(
            "operator " + term.operator().wireName(),
            "none that tells what was decided, in the sample");
      }
      all.add(of(term), term.not() ? Occur.MUST_NOT : Occur.FILTER);
    }
    return new ConstantScoreQuery(all.build());
  }

  /** Appeals against one's own rejections, as long as there is somebody else to answer them. */
  private Query othersAnswer(String account) {
    BooleanQuery.Builder nobodyElse = new BooleanQuery.Builder();
    moderators
        .get()
        .forEach(one -> nobodyElse.add(exactly(Fields.APPEALED_FROM, one), Occur.FILTER));
    return new BooleanQuery.Builder()
        .add(exactly(Fields.APPEALED_FROM, account), Occur.FILTER)
        .add(nobodyElse.build(), Occur.MUST_NOT)
        .build();
  }

  private static Query hidden(View view) {
    return new BooleanQuery.Builder()
        .add(exactly(Fields.LIST, Listing.SAMPLED.wireName()), Occur.FILTER)
        .add(exactly(Fields.JUDGED_BY, view.account()), Occur.MUST_NOT)
        .build();
  }

  private Query of(Search.Term term) {
    Operator operator = term.operator();
    String value = term.value();
    if (operator == null) {
      return phrase(Fields.TEXT, value);
    }
    return switch (operator) {
      case AUTHOR -> phrase(Fields.AUTHOR, value);
      case BY -> exactly(Fields.WRITER, value);
      case DOMAIN -> exactly(Fields.DOMAIN, value.toLowerCase(Locale.ROOT));
      case REVIEW -> anyOf(Fields.THREAD, threads.apply(value));
      case LANGUAGE -> exactly(Fields.LANGUAGE, value.toLowerCase(Locale.ROOT));
      case BEFORE -> LongPoint.newRangeQuery(Fields.CREATED, Long.MIN_VALUE, moment(term) - 1);
      case AFTER -> LongPoint.newRangeQuery(Fields.CREATED, moment(term), Long.MAX_VALUE);
      case REASON -> exactly(Fields.REASON, value);
      case SCREEN -> exactly(Fields.SCREEN, value);
      case CAMPAIGN -> exactly(Fields.CAMPAIGN, value);
      case BATCH -> exactly(Fields.BATCH, value);
      case MODERATOR -> exactly(Fields.MODERATOR, value.toLowerCase(Locale.ROOT));
      case IS -> exactly(Fields.IS, value.toLowerCase(Locale.ROOT));
      case SPAM -> band(Fields.SPAM, term);
      case TOXIC -> band(Fields.TOXIC, term);
      case REPORTS -> LongPoint.newRangeQuery(Fields.VOICES, number(term), Long.MAX_VALUE);
    };
  }

  private Query phrase(String field, String value) {
    @Nullable Query phrase = new QueryBuilder(words).createPhraseQuery(field, value);
    return phrase == null ? new MatchNoDocsQuery("no words") : phrase;
  }

  static Term idOf(String comment) {
    return new Term(Fields.ID, comment);
  }

  /**
   * What the same author wrote: by the surest thing that is known of this one. A name alone is
   * nobody's, nor is a network address.
   */
  static Query sameWriter(Item.Writer writer) {
    return writer
        .surest()
        .map(one -> exactly(Fields.WRITER, one))
        .orElseGet(() -> new MatchNoDocsQuery("an author without an identity"));
  }

  static Query exactly(String field, String value) {
    return new TermQuery(new Term(field, value));
  }

  static Query anyOf(String field, Collection<String> values) {
    Set<BytesRef> terms = values.stream().map(BytesRef::new).collect(Collectors.toSet());
    return new TermInSetQuery(field, terms);
  }

  private static Query band(String field, Search.Term term) {
    Matcher parts = BAND.matcher(term.value());
    if (!parts.matches() || (parts.group(1) != null && parts.group(3) != null)) {
      throw fault(term, "from..to, >from or <to, between 0 and 1");
    }
    double first = Double.parseDouble(parts.group(2));
    boolean below = "<".equals(parts.group(1));
    double from = below ? 0 : first;
    double to =
        below ? first : Optional.ofNullable(parts.group(3)).map(Double::parseDouble).orElse(1.0);
    return DoublePoint.newRangeQuery(field, from, to);
  }

  private static long number(Search.Term term) {
    if (!term.value().matches("[0-9]{1,4}")) {
      throw fault(term, "a whole number of at most 4 digits");
    }
    return Long.parseLong(term.value());
  }

  private static long moment(Search.Term term) {
    String value = term.value();
    try {
      return value.length() == "yyyy-mm-dd".length()
          ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()
          : Instant.parse(value).toEpochMilli();
    } catch (DateTimeParseException | ArithmeticException e) {
      throw fault(term, "a day as 2026-11-30 or a moment as 2026-11-30T18:00:00Z");
    }
  }

  private static SearchFault fault(Search.Term term, String bound) {
    String operator = term.operator() == null ? "" : term.operator().wireName() + ":";
    return new SearchFault(operator + term.value(), bound);
  }
}
