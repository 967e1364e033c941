package io.rejoinder.moderation.akismet;

import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.Circumstances;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.moderation.policy.Fallback;
import io.rejoinder.moderation.policy.InForce;
import io.rejoinder.moderation.policy.Judged;
import io.rejoinder.moderation.policy.Judging;
import io.rejoinder.moderation.policy.Matter;
import io.rejoinder.moderation.policy.Policy;
import io.rejoinder.moderation.policy.Score;
import io.rejoinder.moderation.screening.Screening;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Judges comments of other sites by the same screens, rules and thresholds as the installation's
 * own. What was posted just now takes part in the traffic that screens count; nothing else of it
 * stays. Waits for the screens: not for an event loop.
 */
final class Checking {

  /**
   * From this probability on nobody need look: ten times as sure as a rejection is to be, shipped.
   */
  private static final double CERTAIN = 0.9995;

  private final Judging judging = new Judging(new Policy(Screening::failed));
  private final Screening screening;
  private final Supplier<InForce> settings;
  private final Fallback fallback;
  private final Site site;
  private final Clock clock;

  Checking(
      Screening screening, Supplier<InForce> settings, Fallback fallback, Site site, Clock clock) {
    this.screening = screening;
    this.settings = settings;
    this.fallback = fallback;
    this.site = site;
    this.clock = clock;
  }

  /** The verdict on a comment of the site that has this token. */
  Verdict check(String token, Submission one) {
    CommentId comment = site.comment(token, one);
    if (one.asksForYes() || one.isOfTheSite()) {
      return new Verdict(comment, one.asksForYes(), false);
    }
    ThreadId thread = site.thread(token, one);
    Author author = site.author(comment, one);
    InForce current = settings.get();
    List<Evidence> found = found(comment, thread, author, one, current);
    Matter matter = new Matter(one.content(), thread.value(), author);
    Judged judged = judging.judge(matter, found, current, fallback.paused());
    Status outcome = judged.finding().outcome();
    return new Verdict(
        comment,
        outcome != Status.APPROVED,
        outcome == Status.REJECTED && Score.of(found).spam() >= CERTAIN);
  }

  /**
   * The author's own address is looked at as a link, by all screens but those that read: most who
   * name a site of theirs write honest comments, and no model has learned from texts with such a
   * line at their end.
   */
  private List<Evidence> found(
      CommentId comment, ThreadId thread, Author author, Submission one, InForce current) {
    Circumstances circumstances = new Circumstances(null, one.honeypot(), false);
    List<Screening.Text> looks = new ArrayList<>();
    for (String text : texts(one)) {
      boolean live = one.fresh() && looks.isEmpty();
      looks.add(
          new Screening.Text(
              comment, thread, author, text, false, live, clock.instant(), circumstances));
    }
    var lists = current.settings().lists();
    List<List<Evidence>> found = screening.examine(looks, lists, current.settings().model());
    List<Evidence> read = found.get(found.size() - 1);
    List<Evidence> both = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      both.add(Screening.reads(read.get(i)) ? read.get(i) : found.get(0).get(i));
    }
    return both;
  }

  /** With the author's address, where there is one; and the text alone, last. */
  private static List<String> texts(Submission one) {
    return one.address().isEmpty()
        ? List.of(one.content())
        : List.of(one.content() + "\n\n" + one.address(), one.content());
  }
}
