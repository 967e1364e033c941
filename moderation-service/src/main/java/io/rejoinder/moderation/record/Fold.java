package io.rejoinder.moderation.record;

import io.rejoinder.events.comment.Appeal;
import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.Claim;
import io.rejoinder.events.comment.CommentCommand;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decide;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Erase;
import io.rejoinder.events.comment.Import;
import io.rejoinder.events.comment.Report;
import io.rejoinder.events.comment.Reports;
import io.rejoinder.events.comment.Revise;
import io.rejoinder.events.comment.Revision;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.comment.Submit;
import io.rejoinder.events.comment.Undo;
import io.rejoinder.events.comment.Verdict;
import io.rejoinder.events.comment.Withdraw;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Folds commands into the state of a comment. Holds nothing itself: as threadsafe as its judge.
 *
 * <p>Every command that is new for a comment that exists gives a state with the next version, also
 * a refused one: the state's outcomes are how its sender learns of it.
 */
public final class Fold {

  private final Judge judge;

  /** A fold that asks this judge about new texts. */
  public Fold(Judge judge) {
    this.judge = judge;
  }

  /**
   * What the command makes of the state.
   *
   * @param before the comment's state; null for a comment that is not known
   */
  public Folded fold(@Nullable CommentState before, CommentCommand command) {
    if (before == null) {
      return begin(command);
    }
    if (command instanceof Submit
        || command instanceof Import
        || before.outcomeOf(command.command()).isPresent()) {
      return Folded.KNOWN;
    }
    NextState next = new NextState(before, command);
    if (command instanceof Report report) {
      return report(next, report);
    }
    if (command instanceof Erase) {
      return before.status() == Status.ERASED ? next.unchanged() : next.erased();
    }
    if (command instanceof Withdraw) {
      return withdraw(next);
    }
    if (before.status().terminal()) {
      return next.refused(before.status() == Status.ERASED ? "erased" : "withdrawn");
    }
    if (command instanceof Revise revise) {
      return revise(next, revise);
    }
    if (command instanceof Claim claim) {
      return claim(next, claim);
    }
    if (command instanceof Appeal appeal) {
      return Appeals.appeal(next, appeal);
    }
    if (command instanceof Decide decide) {
      return decide(next, decide);
    }
    return undo(next, (Undo) command);
  }

  private Folded begin(CommentCommand command) {
    if (command instanceof Submit submit) {
      Ruling ruling = judge.judge(Candidate.of(submit));
      return Beginnings.of(submit, ruling);
    }
    if (command instanceof Import imported) {
      return Beginnings.of(imported, judge.judge(Candidate.of(imported)));
    }
    if (command instanceof Withdraw withdraw) {
      return Beginnings.nothing(withdraw, Status.WITHDRAWN);
    }
    if (command instanceof Erase erase) {
      return Beginnings.nothing(erase, Status.ERASED);
    }
    return Folded.UNKNOWN;
  }

  /**
   * What nobody sees cannot be reported, and nobody's second report counts: neither is worth a
   * state. From as many on as the thread says, those of one source as one, it waits for a
   * moderator; an undo of that brings it back.
   */
  private static Folded report(NextState next, Report report) {
    CommentState before = next.before();
    Reports reports = before.reports() == null ? Reports.NONE : before.reports();
    Revision shown = before.shown();
    if (shown == null || reports.has(report)) {
      return Folded.UNCHANGED;
    }
    Reports after = reports.with(report);
    next.reports(after);
    if (report.holdAt() == 0 || after.voices() < report.holdAt()) {
      return next.noted();
    }
    String why = "Held: reported by " + after.inWords();
    return next.decided(HumanDecisions.held(next.number(), shown.number(), why, report.at()))
        .shown(null)
        .changed(Status.HELD);
  }

  private static Folded withdraw(NextState next) {
    CommentState before = next.before();
    if (before.status() == Status.ERASED) {
      return next.refused("erased");
    }
    if (before.status() == Status.WITHDRAWN) {
      return next.unchanged();
    }
    return next.withoutTexts().changed(Status.WITHDRAWN);
  }

  private Folded revise(NextState next, Revise revise) {
    CommentState before = next.before();
    if (revise.basedOn() != before.newest().number()) {
      return next.refused("outdated");
    }
    if (revise.text().equals(before.newest().text())) {
      return next.unchanged();
    }
    Ruling ruling = judge.judge(Candidate.of(before, revise));
    // Another text is another matter: what was said of the one before needs no answer any more.
    next.answering(false);
    Revision revision = new Revision(before.newest().number() + 1, revise.text(), revise.at());
    next.newest(revision).decided(Beginnings.decision(next.number(), revision, ruling));
    Optional<String> called = before.standing().flatMap(Fold::calledFor);
    if (called.isPresent() && ruling.outcome() == Status.APPROVED) {
      // An edit is no way around the moderator who was called.
      String why = "Held: changed by its author while it waited, " + called.get();
      return next.decided(
              HumanDecisions.held(next.number() + 1, revision.number(), why, revise.at()))
          .changed(Status.HELD);
    }
    if (ruling.outcome() == Status.APPROVED) {
      next.shown(revision);
    }
    return next.changed(ruling.outcome());
  }

  /** Why somebody asked for a moderator; empty where only screening did. */
  private static Optional<String> calledFor(Decision standing) {
    if (standing.by().kind() == By.Kind.READERS) {
      return Optional.of("as readers reported it");
    }
    return standing.escalates() ? Optional.of("as it was escalated") : Optional.empty();
  }

  /** The text is the same, so nothing is judged again: only the name is another. */
  private static Folded claim(NextState next, Claim claim) {
    Author author = next.before().author();
    String reader = claim.author().reader();
    if (Objects.equals(author.reader(), reader) && author.verified() != null) {
      return next.unchanged();
    }
    return Boolean.TRUE.equals(author.verified())
        ? next.refused("claimed")
        : next.claimed(claim.author());
  }

  private static Folded decide(NextState next, Decide decide) {
    CommentState before = next.before();
    if (decide.verdict() == Verdict.ESCALATE) {
      return escalate(next, decide);
    }
    Status verdict = decide.verdict() == Verdict.APPROVE ? Status.APPROVED : Status.REJECTED;
    Opinions opinions = Opinions.of(before);
    if (opinions.wantSecondOf(decide)) {
      return second(next.settled(), decide, verdict);
    }
    Optional<String> refusal =
        before.hasOpenAppeal() ? Appeals.refusal(before, decide) : refusal(before, decide, verdict);
    if (refusal.isPresent()) {
      return next.refused(refusal.get());
    }
    String how = Appeals.inWords(before, decide);
    next.settled()
        .answering(Appeals.isBySole(before, decide))
        .decided(HumanDecisions.said(next.number(), decide, verdict, how));
    boolean newest = decide.revision() == before.newest().number();
    if (verdict == Status.APPROVED) {
      next.shown(before.newest());
    } else if (before.shown() != null && before.shown().number() == decide.revision()) {
      next.shown(null);
    }
    return next.changed(newest ? verdict : before.status());
  }

  /** What waits goes on waiting, for somebody else; readers see what they saw. */
  private static Folded escalate(NextState next, Decide decide) {
    CommentState before = next.before();
    boolean outdated =
        decide.basedOn() < before.since() || decide.revision() != before.newest().number();
    boolean waits = before.status() == Status.HELD;
    if (outdated || !waits || before.standing().filter(Decision::escalates).isPresent()) {
      return next.refused(waits && outdated ? "outdated" : "already-decided");
    }
    return next.decided(HumanDecisions.escalated(next.number(), decide)).changed(Status.HELD);
  }

  /**
   * A second opinion, given without knowing the first, is in date as long as the text is the same.
   * Where the two differ the comment waits for somebody who sees both.
   */
  private static Folded second(NextState next, Decide decide, Status verdict) {
    CommentState before = next.before();
    if (verdict == before.status()) {
      return next.decided(HumanDecisions.said(next.number(), decide, verdict, "")).changed(verdict);
    }
    if (before.shown() != null && before.shown().number() == decide.revision()) {
      next.shown(null);
    }
    return next.decided(HumanDecisions.differing(next.number(), before, decide))
        .changed(Status.HELD);
  }

  /** Why a decision is refused: somebody decided, or the text changed, since its maker looked. */
  private static Optional<String> refusal(CommentState before, Decide decide, Status verdict) {
    Optional<Decision> byPerson =
        before
            .standing()
            .filter(standing -> standing.by().kind() == By.Kind.MODERATOR)
            .filter(standing -> !standing.escalates())
            .filter(standing -> standing.revision() == decide.revision());
    if (decide.basedOn() < before.since()) {
      return Optional.of(byPerson.isPresent() ? "already-decided" : "outdated");
    }
    if (decide.revision() == before.newest().number()) {
      return byPerson
          .filter(standing -> standing.outcome() == verdict)
          .map(standing -> "already-decided");
    }
    boolean shown = before.shown() != null && before.shown().number() == decide.revision();
    if (!shown) {
      return Optional.of("outdated");
    }
    // What readers see was approved once; approving it again would decide nothing.
    return verdict == Status.APPROVED ? Optional.of("already-decided") : Optional.empty();
  }

  private static Folded undo(NextState next, Undo undo) {
    CommentState before = next.before();
    Decision undone = before.standing().orElse(null);
    if (undone == null || undo.decision() != undone.number() || undo.basedOn() < before.since()) {
      return next.refused("outdated");
    }
    next.shownAsBeforeStanding().unanswered();
    if (undone.by().kind() == By.Kind.READERS) {
      next.settled();
    } else if (undone.undoes() == null && !undone.escalates()) {
      next.unsettled();
    }
    if (undone.revision() != before.newest().number()) {
      // It took an older revision from view, or brought it back; the newest stands where it stood.
      Status seen = next.showsAnything() ? Status.APPROVED : Status.REJECTED;
      return next.decided(HumanDecisions.undone(next.number(), undo, undone, seen))
          .changed(before.status());
    }
    Status standing = standingBefore(before.decisions(), undone);
    return next.decided(HumanDecisions.undone(next.number(), undo, undone, standing))
        .changed(standing);
  }

  /** What the revision's standing was before this decision: held if it had none. */
  private static Status standingBefore(List<Decision> decisions, Decision decision) {
    return decisions.stream()
        .filter(earlier -> earlier.revision() == decision.revision())
        .filter(earlier -> earlier.number() < decision.number())
        .reduce((first, second) -> second)
        .map(Decision::outcome)
        .orElse(Status.HELD);
  }
}
