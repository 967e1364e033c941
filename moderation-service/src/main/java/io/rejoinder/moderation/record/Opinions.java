package io.rejoinder.moderation.record;

import io.rejoinder.events.comment.Appealed;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decide;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What screening and people said of a comment's newest revision. What was undone was not said.
 *
 * @param automatic the last decision of screening on it; null where there was none
 * @param blind what people said of a sampled decision without knowing it or each other, in order;
 *     at most as many as its sample asks for
 * @param standing the last that a person said; null where nobody did, or where two differ
 * @param wanted whether the sample asks for another opinion
 */
public record Opinions(
    @Nullable Decision automatic, List<Opinion> blind, @Nullable Opinion standing, boolean wanted) {

  /** The opinions on the state's newest revision. */
  public static Opinions of(CommentState state) {
    Decision automatic = null;
    List<Opinion> said = new ArrayList<>();
    for (Decision decision : ofNewest(state)) {
      if (decision.by().kind() == By.Kind.SCREENING) {
        automatic = decision;
      } else if (isOpinion(decision)) {
        said.add(Opinion.of(decision, said));
      }
    }
    int asked =
        automatic == null || automatic.sampled() == null ? 0 : automatic.sampled().opinions();
    // Whoever answers an appeal is told what was decided.
    Appealed appeal = state.appeal();
    List<Opinion> unknowing =
        appeal == null
            ? said
            : said.stream().filter(one -> one.at().isBefore(appeal.at())).toList();
    List<Opinion> blind = blind(unknowing, asked);
    Opinion last = said.isEmpty() ? null : said.get(said.size() - 1);
    boolean stands = state.status() == Status.APPROVED || state.status() == Status.REJECTED;
    return new Opinions(
        automatic,
        blind,
        last == null || last.differs() ? null : last,
        stands && appeal == null && blind.size() < asked);
  }

  private static boolean isOpinion(Decision decision) {
    return decision.by().kind() == By.Kind.MODERATOR
        && decision.undoes() == null
        && !decision.escalates();
  }

  /** The decisions on the newest revision that were not taken back. */
  private static List<Decision> ofNewest(CommentState state) {
    Set<Integer> undone = new HashSet<>();
    List<Decision> valid = new ArrayList<>();
    for (int i = state.decisions().size() - 1; i >= 0; i--) {
      Decision decision = state.decisions().get(i);
      if (undone.contains(decision.number())) {
        continue;
      }
      if (decision.undoes() != null) {
        undone.add(decision.undoes());
      }
      if (decision.revision() == state.newest().number()) {
        valid.add(0, decision);
      }
    }
    return valid;
  }

  /** Until enough were asked, everyone's last word counts; from then on all see what was said. */
  private static List<Opinion> blind(List<Opinion> said, int asked) {
    List<Opinion> blind = new ArrayList<>();
    for (Opinion opinion : said) {
      if (blind.size() == asked) {
        break;
      }
      blind.removeIf(earlier -> earlier.ofAccount(opinion.by().account()));
      blind.add(opinion);
    }
    return List.copyOf(blind);
  }

  /** Whether the sample asks for one more, and this person has said nothing yet. */
  public boolean wantOf(@Nullable String account) {
    return wanted && blind.stream().noneMatch(one -> one.ofAccount(account));
  }

  /** The accounts of those who said something without knowing of each other. */
  public List<String> accounts() {
    return blind.stream().map(one -> String.valueOf(one.by().account())).toList();
  }

  boolean wantSecondOf(Decide decide) {
    return !blind.isEmpty()
        && blind.get(0).revision() == decide.revision()
        && wantOf(decide.by().account());
  }

  /**
   * What one person said.
   *
   * @param by who
   * @param revision of which revision
   * @param verdict approved or rejected
   * @param reason the code of a rejection
   * @param differs whether this opinion differed from the one before, so that the comment waits
   * @param at when
   */
  public record Opinion(
      By by, int revision, Status verdict, @Nullable String reason, boolean differs, Instant at) {

    /** A person's decision to hold is an opinion that differs from the last. */
    private static Opinion of(Decision decision, List<Opinion> before) {
      boolean differs = decision.outcome() == Status.HELD;
      Status verdict = decision.outcome();
      if (differs) {
        Status last = before.isEmpty() ? null : before.get(before.size() - 1).verdict();
        verdict = last == Status.REJECTED ? Status.APPROVED : Status.REJECTED;
      }
      return new Opinion(
          decision.by(), decision.revision(), verdict, decision.reason(), differs, decision.at());
    }

    boolean ofAccount(@Nullable String account) {
      return account != null && account.equals(by.account());
    }
  }
}
