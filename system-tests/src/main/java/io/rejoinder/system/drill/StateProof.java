package io.rejoinder.system.drill;

import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Revision;
import io.rejoinder.system.client.TopicReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The topic of states: one for each accepted comment and none besides, its versions without a gap
 * and without another state for one, no command applied twice, and the newest as it must be.
 */
final class StateProof {

  /** How a decision says that it holds a comment because a screen could not be asked. */
  private static final String SCREEN_FAILED = "screen failed";

  private final TopicReader topics;

  StateProof(TopicReader topics) {
    this.topics = topics;
  }

  void check(List<Life> lives, Findings findings) {
    Map<String, List<CommentState>> states = new HashMap<>();
    for (TopicReader.Entry entry : topics.whole(Topics.COMMENTS_MODERATED)) {
      if (entry.event() instanceof CommentState state) {
        states.computeIfAbsent(state.id().value(), key -> new ArrayList<>()).add(state);
      }
    }
    states.forEach((id, versions) -> checkVersions(id, versions, findings));
    checkNumbers(lives, states, findings);
    for (Life life : lives) {
      List<CommentState> versions = states.get(life.id());
      if (versions == null) {
        findings.missing(life.id(), "no state in the topic");
      } else {
        checkNewest(life, versions.get(versions.size() - 1), findings);
      }
    }
  }

  /** The same state may be written again, for a sender that missed the answer that it carries. */
  private static void checkVersions(String id, List<CommentState> versions, Findings findings) {
    Set<String> folded = new HashSet<>();
    CommentState before = null;
    for (CommentState state : versions) {
      if (state.equals(before)) {
        continue;
      }
      long expected = before == null ? 1 : before.version() + 1;
      if (state.version() < expected) {
        findings.doubled(id, "another state of version " + state.version());
      } else if (state.version() > expected) {
        findings.missing(id, "no state of version " + expected);
      }
      state.outcomes().stream()
          .filter(outcome -> outcome.version() == state.version())
          .filter(outcome -> !folded.add(outcome.command()))
          .forEach(
              outcome ->
                  findings.doubled(id, "folded a second time in version " + state.version()));
      before = state;
    }
  }

  /** Every comment that is there was accepted, or imported. */
  private static void checkNumbers(
      List<Life> lives, Map<String, List<CommentState>> states, Findings findings) {
    Set<String> accepted = lives.stream().map(Life::id).collect(Collectors.toSet());
    if (accepted.size() != lives.size()) {
      findings.doubled("accepted", "two posts were given one id");
    }
    int imported = 0;
    for (Map.Entry<String, List<CommentState>> entry : states.entrySet()) {
      if (entry.getValue().get(0).origin() != null) {
        imported++;
      } else if (!accepted.contains(entry.getKey())) {
        findings.doubled(entry.getKey(), "a comment that nobody was told of");
      }
    }
    if (imported != Export.COMMENTS) {
      findings.wrong("%d imported comments (expected: %d)".formatted(imported, Export.COMMENTS));
    }
  }

  private static void checkNewest(Life life, CommentState state, Findings findings) {
    life.unscreened(unscreened(state));
    Standing standing = life.standing();
    Standing found =
        new Standing(
            state.status(), state.newest().number(), state.newest().text(), text(state.shown()));
    if (!found.equals(standing)) {
      findings.missing(life.id(), "stands as %s (expected: %s)".formatted(found, standing));
    } else if (!Objects.equals(state.thread().value(), life.draft().thread())) {
      findings.missing(life.id(), "stands in another thread");
    }
  }

  private static Set<Integer> unscreened(CommentState state) {
    return state.decisions().stream()
        .filter(decision -> decision.by().kind() == By.Kind.SCREENING)
        .filter(decision -> decision.why().contains(SCREEN_FAILED))
        .map(decision -> decision.revision())
        .collect(Collectors.toSet());
  }

  private static @Nullable String text(@Nullable Revision revision) {
    return revision == null ? null : revision.text();
  }
}
