package io.rejoinder.comment.thread;

import io.rejoinder.comment.name.Likeness;
import io.rejoinder.comment.site.Sites;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Outcome;
import io.rejoinder.events.comment.Revision;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.projection.VersionedWrites;
import io.rejoinder.projection.VersionedWrites.Versioned;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A comment as it lies in the collection {@code comments}. */
final class CommentDocument {

  static final String ID = "_id";
  static final String THREAD = "thread";
  static final String PARENT = "parent";
  static final String VERSION = VersionedWrites.VERSION;
  static final String CREATED = "createdAt";
  static final String SEEN = "seen";
  static final String VISIBLE = "visible";
  static final String ROOT = "root";
  static final String DEPTH = "depth";
  static final String TEXT = "newest";
  static final String OUTCOMES = "outcomes";
  static final String LIKES = "likes";
  static final String TALLY = "tally";
  static final String READER = "reader";
  static final String MAILBOX = "mailbox";
  private static final String VERIFIED = "verified";

  /** The forms of a verified author's name, behind the site that it is verified for. */
  static final String NAMES = "names";

  private static final String STATUS = "status";
  private static final String AUTHOR = "author";
  private static final String SHOWN = "shown";
  private static final String HTML = "html";
  static final String SHOWN_SINCE = "shownSince";
  private static final String REASON = "reason";
  private static final String IMPORTED = "imported";
  private static final String AT = "at";
  private static final String APPEAL = "appeal";

  private CommentDocument() {}

  /** The write that makes a document say what the comment says. */
  static Versioned versioned(Comment comment) {
    Document set = new Document();
    Document unset = new Document();
    set.append(THREAD, comment.thread().value())
        .append(VERSION, comment.version())
        .append(STATUS, comment.status().name().toLowerCase(Locale.ROOT))
        .append(AUTHOR, comment.author())
        .append(CREATED, Date.from(comment.createdAt()))
        .append(TEXT, revision(comment.newest()))
        .append(SHOWN_SINCE, comment.shownSince())
        .append(SEEN, comment.seen())
        .append(VISIBLE, comment.visible())
        .append(OUTCOMES, comment.outcomes().stream().map(CommentDocument::outcome).toList())
        .append(IMPORTED, comment.imported())
        .append(AT, Date.from(comment.at()));
    put(set, unset, PARENT, comment.parent() == null ? null : comment.parent().value());
    put(set, unset, SHOWN, comment.shown() == null ? null : revision(comment.shown()));
    put(set, unset, HTML, comment.html());
    put(set, unset, REASON, comment.reason());
    put(set, unset, APPEAL, comment.appeal() == null ? null : comment.appeal().wireName());
    put(set, unset, READER, comment.reader());
    put(set, unset, MAILBOX, comment.mailbox());
    put(set, unset, VERIFIED, comment.verified() ? true : null);
    put(set, unset, NAMES, comment.verified() ? names(comment) : null);
    // A reply that nobody saw yet has no place: whether its parent came first must not show.
    Place place = comment.place();
    if (place != null && (comment.parent() == null || comment.seen())) {
      set.putAll(place(place));
    }
    // The counts are another topic's: see MongoTallies.
    return new Versioned(comment.id().value(), set, unset, counts(LikeCount.NONE));
  }

  private static List<String> names(Comment comment) {
    return forms(comment.thread().value(), comment.author());
  }

  static List<String> forms(String thread, String name) {
    String site = Sites.idOf(thread);
    return Likeness.of(name).stream().map(form -> site + " " + form).toList();
  }

  static Document counts(LikeCount count) {
    return new Document(LIKES, count.likes()).append(TALLY, count.tally());
  }

  static LikeCount counts(Document document) {
    Long likes = document.getLong(LIKES);
    Long tally = document.getLong(TALLY);
    return likes == null || tally == null ? LikeCount.NONE : new LikeCount(likes, tally);
  }

  static Document place(Place place) {
    return new Document(ROOT, place.root().value()).append(DEPTH, place.depth());
  }

  private static void put(Document set, Document unset, String field, @Nullable Object value) {
    if (value == null) {
      unset.append(field, "");
    } else {
      set.append(field, value);
    }
  }

  private static Document revision(Revision revision) {
    return new Document("number", revision.number())
        .append("text", revision.text())
        .append("at", Date.from(revision.at()));
  }

  private static Document outcome(Outcome outcome) {
    return new Document("command", outcome.command())
        .append("refused", outcome.refused())
        .append("version", outcome.version());
  }

  /** The comment of a document; texts that were not asked for are empty. */
  static Comment comment(Document document) {
    String parent = document.getString(PARENT);
    Document shown = document.get(SHOWN, Document.class);
    return new Comment(
        new CommentId(document.getString(ID)),
        new ThreadId(document.getString(THREAD)),
        parent == null ? null : new CommentId(parent),
        document.getLong(VERSION),
        Status.valueOf(document.getString(STATUS).toUpperCase(Locale.ROOT)),
        document.getString(AUTHOR),
        instant(document, CREATED),
        revision(document.get(TEXT, Document.class)),
        shown == null ? null : revision(shown),
        document.getString(HTML),
        document.getLong(SHOWN_SINCE),
        document.getString(REASON),
        document.getList(OUTCOMES, Document.class, List.of()).stream()
            .map(CommentDocument::outcome)
            .toList(),
        document.getBoolean(IMPORTED, false),
        instant(document, AT),
        document.getString(READER),
        document.getString(MAILBOX),
        document.getBoolean(VERIFIED, false),
        counts(document),
        placeOf(document),
        Appealing.named(document.getString(APPEAL)));
  }

  static @Nullable Place placeOf(Document document) {
    String root = document.getString(ROOT);
    return root == null ? null : new Place(new CommentId(root), document.getInteger(DEPTH));
  }

  private static Revision revision(Document revision) {
    String text = revision.getString("text");
    return new Revision(
        revision.getInteger("number"), text == null ? "" : text, instant(revision, "at"));
  }

  private static Outcome outcome(Document outcome) {
    return new Outcome(
        outcome.getString("command"), outcome.getString("refused"), outcome.getLong("version"));
  }

  private static Instant instant(Document document, String field) {
    return document.getDate(field).toInstant();
  }
}
