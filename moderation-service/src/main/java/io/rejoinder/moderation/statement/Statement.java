package io.rejoinder.moderation.statement;

import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Status;
import io.rejoinder.moderation.index.Item;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The statement of reasons for a rejection that stands. It has ids, codes and what screens found in
 * the text, but not the text, and nobody's name.
 *
 * @param form of this statement, raised with each change that is not an addition
 * @param comment the comment's id
 * @param revision that was rejected
 * @param decision its number
 * @param at when it was made
 * @param restriction what it comes to, Article 17(3)(a)
 * @param facts what it relies on, Article 17(3)(b)
 * @param automation which part of it machines have, Article 17(3)(c)
 * @param ground what it is based on, Article 17(3)(e)
 * @param redress what can be done about it, Article 17(3)(f)
 */
record Statement(
    String form,
    String comment,
    int revision,
    int decision,
    Instant at,
    Restriction restriction,
    Facts facts,
    Automation automation,
    Ground ground,
    List<String> redress) {

  private static final String FORM = "rejoinder.statement.v1";

  /** Those that the law gives. */
  private static final List<String> REDRESS = List.of("out-of-court", "court");

  /**
   * Before them the author can ask for another look, once, unless the comment came from elsewhere.
   */
  private static List<String> redress(Item item) {
    return item.appeal() == null && !item.imported()
        ? Stream.concat(Stream.of("appeal"), REDRESS.stream()).toList()
        : REDRESS;
  }

  /** The statement on a comment; empty where no rejection of it stands. */
  static Optional<Statement> of(Item item) {
    Item.Decided standing = item.decision();
    if (item.status() != Status.REJECTED
        || standing == null
        || standing.outcome() != Status.REJECTED) {
      return Optional.empty();
    }
    Found found = Found.of(item, standing);
    return Optional.of(
        new Statement(
            FORM,
            item.id(),
            standing.revision(),
            standing.number(),
            standing.at(),
            Restriction.of(item, standing),
            Facts.of(item, standing, found),
            Automation.of(standing, found),
            Ground.of(reason(item, standing)),
            redress(item)));
  }

  /** An undo gives no reason: the rejection that stands again by it does. */
  private static @Nullable String reason(Item item, Item.Decided standing) {
    String reason = standing.reason();
    if (standing.undoes() == null) {
      return reason;
    }
    for (Item.Decided decision : item.history()) {
      boolean itself = decision.outcome() == Status.REJECTED && decision.undoes() == null;
      if (itself && decision.revision() == standing.revision()) {
        reason = decision.reason();
      }
    }
    return reason;
  }

  /**
   * What the decision comes to.
   *
   * @param visibility {@code not-shown}, or {@code earlier-revision-shown} where readers go on
   *     seeing what was approved before
   * @param territory always {@code everywhere}
   * @param from since when
   * @param until when it ends by itself: never, for a rejection, so always null
   */
  record Restriction(String visibility, String territory, Instant from, @Nullable Instant until) {

    static Restriction of(Item item, Item.Decided standing) {
      return new Restriction(
          item.seen() == null ? "not-shown" : "earlier-revision-shown",
          "everywhere",
          standing.at(),
          null);
    }
  }

  /**
   * What the decision relies on.
   *
   * @param found by whom or what the comment was found, before anybody decided on it
   * @param notice whether a reader's report led to it; otherwise it was the site's own initiative;
   *     null where that is not known
   * @param decidedBy {@code screening}, {@code moderator} or {@code import}
   * @param circumstances what the screens found that spoke against the comment, a sentence each
   */
  record Facts(
      Found found, @Nullable Boolean notice, String decidedBy, List<String> circumstances) {

    static Facts of(Item item, Item.Decided standing, Found found) {
      return new Facts(
          found,
          found == Found.IMPORT ? null : Boolean.valueOf(found == Found.READERS),
          standing.by().kind().name().toLowerCase(Locale.ROOT),
          item.evidence().stream()
              .filter(one -> one.weight() > 0 && standing.revision() == item.revision())
              .map(Evidence::sentence)
              .toList());
    }
  }

  /**
   * What machines did.
   *
   * @param detection whether screens found the comment; null where that is not known
   * @param decision whether no person decided; null likewise
   */
  record Automation(@Nullable Boolean detection, @Nullable Boolean decision) {

    private static final Automation UNKNOWN = new Automation(null, null);

    static Automation of(Item.Decided standing, Found found) {
      return found == Found.IMPORT
          ? UNKNOWN
          : new Automation(found == Found.SCREENING, standing.by().kind() == By.Kind.SCREENING);
    }
  }
}
