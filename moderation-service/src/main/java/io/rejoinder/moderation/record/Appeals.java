package io.rejoinder.moderation.record;

import io.rejoinder.events.comment.Appeal;
import io.rejoinder.events.comment.Appealed;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decide;
import io.rejoinder.events.comment.Status;
import java.util.List;
import java.util.Optional;

/** What an author's appeal makes of a state, and who may answer it. */
final class Appeals {

  private Appeals() {}

  /** Once for a comment, against a rejection of its newest revision. */
  static Folded appeal(NextState next, Appeal appeal) {
    CommentState before = next.before();
    if (before.appeal() != null) {
      return next.refused("appealed");
    }
    boolean rejected =
        before.standing().filter(one -> one.outcome() == Status.REJECTED).isPresent();
    if (before.status() != Status.REJECTED
        || !rejected
        || appeal.revision() != before.newest().number()) {
      return next.refused("outdated");
    }
    return next.appealed(appeal, judges(before)).noted();
  }

  /** The accounts of the moderators who rejected the newest revision. */
  private static List<String> judges(CommentState before) {
    return before.decisions().stream()
        .filter(decision -> decision.revision() == before.newest().number())
        .filter(decision -> decision.by().kind() == By.Kind.MODERATOR)
        .filter(decision -> decision.outcome() == Status.REJECTED && decision.undoes() == null)
        .flatMap(decision -> Optional.ofNullable(decision.by().account()).stream())
        .distinct()
        .toList();
  }

  /** Why a decision is no answer: it did not know of the appeal, or is one's own once more. */
  static Optional<String> refusal(CommentState before, Decide decide) {
    Appealed appeal = before.appeal();
    if (appeal == null
        || decide.basedOn() < Math.max(before.since(), appeal.version())
        || decide.revision() != appeal.revision()) {
      return Optional.of("outdated");
    }
    return isByJudge(appeal, decide) && !Boolean.TRUE.equals(decide.sole())
        ? Optional.of("own-decision")
        : Optional.empty();
  }

  static boolean isBySole(CommentState before, Decide decide) {
    Appealed appeal = before.appeal();
    return before.hasOpenAppeal() && appeal != null && isByJudge(appeal, decide);
  }

  /** What is said of a decision that answers an appeal; empty where it answers none. */
  static String inWords(CommentState before, Decide decide) {
    if (!before.hasOpenAppeal()) {
      return "";
    }
    return isBySole(before, decide) ? " on appeal, as the sole moderator" : " on appeal";
  }

  private static boolean isByJudge(Appealed appeal, Decide decide) {
    String account = decide.by().account();
    return account != null && appeal.judges().contains(account);
  }
}
