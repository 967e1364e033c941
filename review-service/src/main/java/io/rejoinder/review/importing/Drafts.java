package io.rejoinder.review.importing;

import io.rejoinder.events.Sealer;
import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Import;
import io.rejoinder.events.comment.Origin;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.review.importing.ImportPlan.ItemPlan;
import io.rejoinder.review.review.ReviewDraft;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is written for an item and for a comment. */
final class Drafts {

  private static final int MAX_TITLE = 300;
  private static final int MAX_NAME = 80;
  private static final int MAX_EMAIL = 254;

  private final Sealer sealer;
  private final Clock clock;

  Drafts(Sealer sealer, Clock clock) {
    this.sealer = sealer;
    this.clock = clock;
  }

  static ReviewDraft review(WxrItem item, String origin, @Nullable Instant date) {
    String title = PlainText.of(item.field("title"), MAX_TITLE);
    String critic = PlainText.of(item.site().nameOf(item.field("creator")), MAX_NAME);
    String link = WxrSite.hostOf(item.field("link"));
    String host = link.isEmpty() ? item.site().host() : link;
    String slug = decoded(item.field("post_name"));
    return new ReviewDraft(
        OriginIds.review(origin),
        slug.isBlank() ? title : slug,
        title.isEmpty() ? "Untitled" : title,
        null,
        critic.isEmpty() ? (host.isEmpty() ? "Unknown critic" : host) : critic,
        PostHtml.of(item),
        null,
        !item.field("comment_status").equals("closed"),
        new Origin(OriginIds.SYSTEM, origin),
        date);
  }

  private static String decoded(String slug) {
    try {
      return URLDecoder.decode(slug, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return slug;
    }
  }

  Import comment(ItemPlan plan, String itemOrigin, WxrComment comment) {
    String number = OriginIds.numberOf(comment);
    String origin = OriginIds.commentOrigin(itemOrigin, number);
    String parent = plan.parents().get(number);
    CommentId id = OriginIds.comment(origin);
    CommentRules.Verdict verdict = CommentRules.verdict(comment);
    ThreadId thread = OriginIds.review(itemOrigin);
    Instant now = clock.instant();
    return new Import(
        id.value(),
        id,
        thread,
        parent == null ? null : OriginIds.comment(OriginIds.commentOrigin(itemOrigin, parent)),
        author(comment),
        CommentText.of(comment.field("content")),
        WxrDates.first(comment.field("date_gmt"), comment.field("date"))
            .orElse(plan.date() == null ? now : plan.date()),
        verdict.status(),
        verdict.reason(),
        new Origin(OriginIds.SYSTEM, origin),
        now);
  }

  private Author author(WxrComment comment) {
    String name = PlainText.of(comment.field("author"), MAX_NAME);
    String email = comment.field("author_email");
    boolean plausible = email.indexOf('@') > 0 && email.length() <= MAX_EMAIL;
    return new Author(
        name.isEmpty() ? "Anonymous" : name,
        plausible ? sealer.seal(email) : null,
        NetworkAddress.of(comment.field("author_IP")).map(sealer::seal).orElse(null));
  }
}
