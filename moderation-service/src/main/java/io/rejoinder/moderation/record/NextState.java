package io.rejoinder.moderation.record;

import io.rejoinder.events.comment.Appeal;
import io.rejoinder.events.comment.Appealed;
import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.CommentCommand;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Origin;
import io.rejoinder.events.comment.Outcome;
import io.rejoinder.events.comment.Reports;
import io.rejoinder.events.comment.Revision;
import io.rejoinder.events.comment.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The state that follows another by one command, while it is put together. */
final class NextState {

  /**
   * How many judgements keep their evidence: that of the newest revision, and of the one before.
   */
  private static final int WITH_EVIDENCE = 2;

  private final CommentState before;
  private final CommentCommand command;
  private final List<Decision> decisions;
  private Author author;
  private @Nullable Origin origin;
  private Revision newest;
  private @Nullable Revision shown;
  private @Nullable Revision replaced;
  private @Nullable Reports reports;
  private List<Revision> earlier;
  private @Nullable Appealed appeal;
  private boolean renamed;

  NextState(CommentState before, CommentCommand command) {
    this.before = before;
    this.command = command;
    this.decisions = new ArrayList<>(before.decisions());
    this.author = before.author();
    this.origin = before.origin();
    this.newest = before.newest();
    this.shown = before.shown();
    this.replaced = before.replaced();
    this.reports = before.reports();
    this.earlier = before.past();
    this.appeal = before.appeal();
  }

  CommentState before() {
    return before;
  }

  /** The number of the next decision. */
  int number() {
    return before.standing().map(Decision::number).orElse(0) + 1;
  }

  NextState newest(Revision revision) {
    this.earlier = kept(earlier, newest);
    this.newest = revision;
    return this;
  }

  /** With one more, as many of the last ones as there is room for. */
  private static List<Revision> kept(List<Revision> earlier, Revision replaced) {
    List<Revision> all = new ArrayList<>(earlier);
    all.add(replaced);
    int length = all.stream().mapToInt(revision -> revision.text().length()).sum();
    while (all.size() > CommentState.EARLIER_KEPT || length > CommentState.EARLIER_LENGTH) {
      length -= all.remove(0).text().length();
    }
    return all;
  }

  NextState shown(@Nullable Revision revision) {
    if (!Objects.equals(revision, before.shown())) {
      this.replaced = before.shown();
    }
    this.shown = revision;
    return this;
  }

  NextState reports(Reports now) {
    this.reports = now;
    return this;
  }

  /** What readers have reported until now has been looked at. */
  NextState settled() {
    this.reports = reports == null ? null : reports.settle();
    return this;
  }

  /** The decision after which that was so is taken back. */
  NextState unsettled() {
    this.reports = reports == null ? null : reports.unsettle();
    return this;
  }

  /** The author asks for another look, by others than these. */
  NextState appealed(Appeal asked, List<String> judges) {
    appeal =
        new Appealed(asked.revision(), version(), asked.text(), asked.at(), judges, null, null);
    return this;
  }

  /** What is decided next answers an appeal, if one waits for an answer. */
  NextState answering(boolean sole) {
    if (appeal != null && appeal.answer() == null) {
      appeal = appeal.answered(number(), sole);
    }
    return this;
  }

  /** The standing decision is taken back: if it answered an appeal, that waits again. */
  NextState unanswered() {
    if (appeal != null && Objects.equals(appeal.answer(), number() - 1)) {
      appeal = appeal.reopened();
    }
    return this;
  }

  /** Takes back what the standing decision did to what readers see, if it did anything to it. */
  NextState shownAsBeforeStanding() {
    return before.shownSince() == before.since() ? shown(before.replaced()) : this;
  }

  boolean showsAnything() {
    return shown != null;
  }

  NextState decided(Decision decision) {
    decisions.add(decision);
    while (decisions.size() > CommentState.DECISIONS_KEPT) {
      decisions.remove(0);
    }
    int judgements = 0;
    for (int i = decisions.size() - 1; i >= 0; i--) {
      if (!decisions.get(i).evidence().isEmpty() && ++judgements > WITH_EVIDENCE) {
        decisions.set(i, decisions.get(i).summarised());
      }
    }
    return this;
  }

  /** No text stays, nor evidence, which quotes it. */
  NextState withoutTexts() {
    newest = new Revision(newest.number(), "", newest.at());
    shown = null;
    replaced = null;
    earlier = List.of();
    decisions.replaceAll(Decision::summarised);
    reports = reports == null ? null : reports.withoutTexts();
    appeal = appeal == null ? null : appeal.withoutText();
    return this;
  }

  /** Nothing stays but where it stood in its thread, and what became of the last commands. */
  Folded erased() {
    withoutTexts();
    author = Beginnings.NOBODY;
    origin = null;
    decisions.clear();
    reports = null;
    appeal = null;
    return changed(Status.ERASED);
  }

  /**
   * Somebody else is the author from now on. What readers see changes with the name, and where that
   * came of the standing decision, it still does: an undo has to find it so.
   */
  Folded claimed(Author by) {
    author =
        new Author(
            by.name(),
            by.email() == null ? author.email() : by.email(),
            author.address(),
            by.reader(),
            by.verified());
    boolean seen = shown != null;
    boolean ofDecision = seen && before.shownSince() == before.since();
    renamed = seen;
    long since = ofDecision ? version() : before.since();
    return new Folded(state(before.status(), since, null), "claimed");
  }

  /** Text or verdict changed: commands based on what was before are outdated from now on. */
  Folded changed(Status status) {
    return new Folded(state(status, version(), null), result(status));
  }

  /** The command was right and had nothing left to do. */
  Folded unchanged() {
    return new Folded(state(before.status(), before.since(), null), "unchanged");
  }

  /** Something was noted that changes neither text nor verdict. */
  Folded noted() {
    return new Folded(state(before.status(), before.since(), null), "noted");
  }

  /** The command changes nothing, and its sender is told why. */
  Folded refused(String why) {
    return new Folded(state(before.status(), before.since(), why), "refused");
  }

  static String result(Status status) {
    return switch (status) {
      case APPROVED -> "approved";
      case HELD -> "held";
      case REJECTED -> "rejected";
      case WITHDRAWN -> "withdrawn";
      case ERASED -> "erased";
    };
  }

  private long version() {
    return before.version() + 1;
  }

  private CommentState state(Status status, long since, @Nullable String refused) {
    return new CommentState(
        before.id(),
        before.thread(),
        before.parent(),
        version(),
        since,
        status,
        author,
        before.createdAt(),
        newest,
        shown,
        replaced,
        Objects.equals(shown, before.shown()) && !renamed ? before.shownSince() : version(),
        decisions,
        outcomes(refused),
        origin,
        command.at(),
        reports,
        earlier,
        appeal);
  }

  private List<Outcome> outcomes(@Nullable String refused) {
    List<Outcome> outcomes = new ArrayList<>(before.outcomes());
    outcomes.add(new Outcome(command.command(), refused, version()));
    int surplus = Math.max(0, outcomes.size() - CommentState.OUTCOMES_KEPT);
    return outcomes.subList(surplus, outcomes.size());
  }
}
