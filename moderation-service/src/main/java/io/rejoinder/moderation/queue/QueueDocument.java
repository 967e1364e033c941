package io.rejoinder.moderation.queue;

import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Outcome;
import io.rejoinder.events.comment.Reports.Reported;
import io.rejoinder.events.comment.Span;
import io.rejoinder.events.comment.Status;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** An item as a document, and back. */
final class QueueDocument {

  private QueueDocument() {}

  /** All fields but the id, which the filter of an upsert brings. */
  static Document fields(QueueItem item) {
    Listing listing = item.listing();
    return new Document("version", item.version())
        .append("listing", listing == null ? null : listing.wireName())
        .append("blind", item.blind())
        .append("judgedBy", item.judgedBy())
        .append("thread", item.thread())
        .append("parent", item.parent())
        .append("revision", item.revision())
        .append("status", item.status().name())
        .append("author", item.author())
        .append("text", item.text())
        .append("createdAt", Date.from(item.createdAt()))
        .append("submittedAt", Date.from(item.submittedAt()))
        .append("shown", item.shown())
        .append("why", item.why())
        .append("evidence", item.evidence().stream().map(QueueDocument::evidence).toList())
        .append("reports", item.reports().stream().map(QueueDocument::report).toList())
        .append("decision", decision(item.decision()))
        .append("outcomes", item.outcomes().stream().map(QueueDocument::outcome).toList());
  }

  private static Document outcome(Outcome outcome) {
    return new Document("command", outcome.command())
        .append("refused", outcome.refused())
        .append("version", outcome.version());
  }

  private static Outcome outcomeOf(Document document) {
    return new Outcome(
        document.getString("command"), document.getString("refused"), document.getLong("version"));
  }

  private static Document report(Reported report) {
    return new Document("reason", report.reason())
        .append("text", report.text())
        .append("at", Date.from(report.at()));
  }

  private static Reported reportOf(Document document) {
    return new Reported(
        document.getString("reason"), document.getString("text"), instant(document, "at"));
  }

  private static Document evidence(Evidence evidence) {
    return new Document("screen", evidence.screen())
        .append("weight", evidence.weight())
        .append("sentence", evidence.sentence())
        .append(
            "spans",
            evidence.spans().stream()
                .map(span -> new Document("start", span.start()).append("end", span.end()))
                .toList());
  }

  private static @Nullable Document decision(QueueItem.@Nullable Decided decision) {
    return decision == null
        ? null
        : new Document("number", decision.number())
            .append("revision", decision.revision())
            .append("by", decision.by().kind().name())
            .append("name", decision.by().name())
            .append("outcome", decision.outcome().name())
            .append("reason", decision.reason())
            .append("at", Date.from(decision.at()));
  }

  static QueueItem item(Document document) {
    String listing = document.getString("listing");
    return new QueueItem(
        document.getString("_id"),
        listing == null ? null : Listing.valueOf(listing.toUpperCase(Locale.ROOT)),
        document.getBoolean("blind", false),
        document.getList("judgedBy", String.class, List.of()),
        document.getString("thread"),
        document.getString("parent"),
        document.getLong("version"),
        document.getInteger("revision"),
        Status.valueOf(document.getString("status")),
        document.getString("author"),
        document.getString("text"),
        instant(document, "createdAt"),
        instant(document, "submittedAt"),
        document.getBoolean("shown"),
        document.getString("why"),
        document.getList("evidence", Document.class, List.of()).stream()
            .map(QueueDocument::evidenceOf)
            .toList(),
        document.getList("reports", Document.class, List.of()).stream()
            .map(QueueDocument::reportOf)
            .toList(),
        decisionOf(document.get("decision", Document.class)),
        document.getList("outcomes", Document.class, List.of()).stream()
            .map(QueueDocument::outcomeOf)
            .toList());
  }

  private static Evidence evidenceOf(Document document) {
    return new Evidence(
        document.getString("screen"),
        document.getDouble("weight"),
        document.getString("sentence"),
        document.getList("spans", Document.class, List.of()).stream()
            .map(span -> new Span(span.getInteger("start"), span.getInteger("end")))
            .toList(),
        Map.of());
  }

  private static QueueItem.@Nullable Decided decisionOf(@Nullable Document document) {
    return document == null
        ? null
        : new QueueItem.Decided(
            document.getInteger("number"),
            document.getInteger("revision"),
            new QueueItem.Who(
                By.Kind.valueOf(document.getString("by")), document.getString("name")),
            Status.valueOf(document.getString("outcome")),
            document.getString("reason"),
            instant(document, "at"));
  }

  private static Instant instant(Document document, String field) {
    return document.getDate(field).toInstant();
  }
}
