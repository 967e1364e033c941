package io.rejoinder.moderation.queue;

import io.rejoinder.events.author.AuthorState;
import io.rejoinder.events.comment.Appealed;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Reports.Reported;
import io.rejoinder.events.comment.Revision;
import io.rejoinder.events.comment.Span;
import io.rejoinder.events.comment.Status;
import io.rejoinder.moderation.claim.ClaimView;
import io.rejoinder.moderation.index.Item;
import io.rejoinder.moderation.index.Listing;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An item as the API shows it ({@code QueueItem} in the OpenAPI document).
 *
 * @param threadTitle of the page that it answers
 * @param threadAddress of that page
 * @param status {@code sampled} for one that its reader is to judge without being told more
 * @param earlier revisions before the newest, oldest first
 * @param shown whether readers see a revision of it
 * @param escalated whether a moderator passed it on
 * @param evidence heaviest first
 * @param history every decision, oldest first
 * @param claim who has it in hand
 * @param appeal that its author has asked for another look
 */
record ItemView(
    String id,
    String thread,
    String threadTitle,
    @Nullable String threadAddress,
    @Nullable Parent parent,
    long version,
    int revision,
    String status,
    List<String> lists,
    Writer author,
    String text,
    List<Revision> earlier,
    @Nullable Integer seen,
    Instant createdAt,
    Instant submittedAt,
    boolean shown,
    boolean escalated,
    @Nullable String why,
    @Nullable Probability probability,
    List<Finding> evidence,
    List<String> domains,
    @Nullable Campaign campaign,
    List<Reported> reports,
    @Nullable Decided decision,
    List<Decided> history,
    @Nullable ClaimView claim,
    @Nullable Appeal appeal) {

  /** What this account may see of an item. */
  static ItemView of(Surrounded one, String account) {
    Item item = one.item();
    boolean hidden = item.hiddenFrom(account);
    Decided decision = item.decision() == null ? null : Decided.of(item.decision());
    return new ItemView(
        item.id(),
        item.thread(),
        one.page().title(),
        one.page().address(),
        item.parent() == null ? null : Parent.of(item.parent(), one.parent()),
        item.version(),
        item.revision(),
        (hidden ? Listing.SAMPLED : item.status()).name().toLowerCase(Locale.ROOT),
        hidden ? List.of(Listing.SAMPLED.wireName()) : openLists(one, account),
        Writer.of(item.writer(), one),
        item.text(),
        item.earlier(),
        hidden ? null : item.seen(),
        item.createdAt(),
        item.submittedAt(),
        item.seen() != null && !hidden,
        !hidden && item.decision() != null && item.decision().escalated(),
        hidden ? null : item.why(),
        hidden ? null : Probability.of(item),
        hidden ? List.of() : findings(item),
        item.marks().domains(),
        hidden || one.campaign() < 2 ? null : Campaign.of(one),
        hidden ? List.of() : item.reports(),
        hidden ? null : decision,
        hidden ? List.of() : item.history().stream().map(Decided::of).toList(),
        one.lease() == null ? null : ClaimView.of(one.lease(), account),
        item.appeal() == null || hidden ? null : Appeal.of(item.appeal(), one, account));
  }

  private static List<String> openLists(Surrounded one, String account) {
    return one.item().lists().stream()
        .filter(list -> list != Listing.SAMPLED)
        .filter(list -> list != Listing.APPEALED || one.isAnswerableBy(account))
        .map(Listing::wireName)
        .sorted()
        .toList();
  }

  private static List<Finding> findings(Item item) {
    return item.evidence().stream()
        .sorted(Comparator.comparingDouble(Evidence::weight).reversed())
        .map(Finding::of)
        .toList();
  }

  /**
   * The comment that is replied to.
   *
   * @param author its author's name; null where the comment is not known
   * @param text as it stands; null likewise
   */
  record Parent(String id, @Nullable String author, @Nullable String text) {
    static Parent of(String id, @Nullable Item parent) {
      return new Parent(
          id,
          parent == null ? null : parent.writer().name(),
          parent == null ? null : parent.text());
    }
  }

  /**
   * An author.
   *
   * @param verified whether a sign-in vouches for the name
   * @param by the value of the search's {@code by:} that finds what this author wrote; null where
   *     nothing tells
   * @param keys all that tells this author, the surest first
   * @param standing how moderators have the author stand; ordinary where they said nothing
   * @param labels what they call the author
   * @param notes how many notes there are
   * @param approved how many of the comments readers may see
   * @param held how many wait
   * @param rejected how many were rejected
   * @param first when the first was written
   */
  record Writer(
      String name,
      boolean verified,
      @Nullable String by,
      List<String> keys,
      AuthorState.Standing standing,
      List<String> labels,
      int notes,
      int approved,
      int held,
      int rejected,
      @Nullable Instant first) {
    static Writer of(Item.Writer writer, Surrounded one) {
      return new Writer(
          writer.name(),
          writer.verified(),
          writer.surest().orElse(null),
          writer.keys(),
          one.standing(Instant.now()),
          one.held().stream().flatMap(held -> held.labels().stream()).distinct().toList(),
          one.held().stream().mapToInt(held -> held.notes().size()).sum(),
          one.record().approved(),
          one.record().held(),
          one.record().rejected(),
          one.record().first().orElse(null));
    }
  }

  /**
   * What the author says against the rejection.
   *
   * @param text null where nothing is said
   * @param open whether it waits for an answer
   * @param forOthers whether it does, and this reader has rejected the comment: somebody else
   *     answers it
   * @param sole whether it was answered by whoever had rejected it, there being nobody else
   */
  record Appeal(@Nullable String text, Instant at, boolean open, boolean forOthers, boolean sole) {
    static Appeal of(Appealed appeal, Surrounded one, String account) {
      boolean open = one.item().openAppeal().isPresent();
      return new Appeal(
          appeal.text(),
          appeal.at(),
          open,
          open && !one.isAnswerableBy(account),
          Boolean.TRUE.equals(appeal.sole()));
    }
  }

  /** What screening takes it for, from 0 to 1. */
  record Probability(@Nullable Double spam, @Nullable Double toxic) {
    static @Nullable Probability of(Item item) {
      return item.marks().spam() == null
          ? null
          : new Probability(item.marks().spam(), item.marks().toxic());
    }
  }

  record Campaign(String id, int size) {
    static @Nullable Campaign of(Surrounded one) {
      String id = one.item().marks().campaign();
      return id == null ? null : new Campaign(id, one.campaign());
    }
  }

  record Finding(String screen, double weight, String sentence, List<Span> spans) {
    static Finding of(Evidence evidence) {
      return new Finding(
          evidence.screen(), evidence.weight(), evidence.sentence(), evidence.spans());
    }
  }

  /** A decision, without the account of who took it. */
  record Decided(
      int number,
      int revision,
      Who by,
      Status outcome,
      @Nullable String reason,
      String why,
      @Nullable Integer undoes,
      Instant at,
      @Nullable String batch) {
    static Decided of(Item.Decided decision) {
      return new Decided(
          decision.number(),
          decision.revision(),
          new Who(decision.by().kind(), decision.by().name()),
          decision.outcome(),
          decision.reason(),
          decision.why(),
          decision.undoes(),
          decision.at(),
          decision.batch());
    }
  }

  record Who(By.Kind kind, @Nullable String name) {}
}
