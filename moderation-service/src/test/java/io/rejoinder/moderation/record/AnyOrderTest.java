package io.rejoinder.moderation.record;

import static io.rejoinder.moderation.record.Commands.approve;
import static io.rejoinder.moderation.record.Commands.byBela;
import static io.rejoinder.moderation.record.Commands.claim;
import static io.rejoinder.moderation.record.Commands.erase;
import static io.rejoinder.moderation.record.Commands.imported;
import static io.rejoinder.moderation.record.Commands.reject;
import static io.rejoinder.moderation.record.Commands.revise;
import static io.rejoinder.moderation.record.Commands.submit;
import static io.rejoinder.moderation.record.Commands.undo;
import static io.rejoinder.moderation.record.Commands.withdraw;
import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.comment.CommentCommand;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Sample;
import io.rejoinder.events.comment.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds for every order and repetition of a set of commands; the seed is in the test's name.
 */
class AnyOrderTest {

  private static final int ORDERS = 500;
  private static final List<CommentCommand> COMMANDS =
      List.of(
          submit("hold"),
          imported(Status.APPROVED),
          revise("r1", 1, "fine"),
          revise("r2", 2, "hold it"),
          approve("d1", 1, 1),
          reject("d2", 2, 2),
          approve("d3", 2, 4),
          byBela(approve("d4", 1, 1)),
          byBela(reject("d5", 2, 2)),
          byBela(approve("d6", 2, 3)),
          undo("u1", 2, 2),
          claim("k1", "eileen", "Eileen Wade"),
          claim("k2", "roger", "Roger Wade"));

  /** Everything that is approved is a sample, for two to judge. */
  private final Fold fold = new Fold(AnyOrderTest::sampled);

  private static Ruling sampled(Candidate candidate) {
    Ruling ruling = FoldTest.JUDGE.judge(candidate);
    boolean approved = ruling.outcome() == Status.APPROVED;
    return new Ruling(
        ruling.outcome(),
        ruling.reason(),
        ruling.why(),
        ruling.versions(),
        ruling.evidence(),
        approved ? new Sample(0.01, 2) : null);
  }

  private @Nullable CommentState folded(List<CommentCommand> commands) {
    CommentState state = null;
    for (CommentCommand command : commands) {
      CommentState before = state;
      CommentState written = fold.fold(before, command).written();
      if (written != null) {
        long last = before == null ? 0 : before.version();
        assertThat(written.version()).isEqualTo(last + 1);
        assertThat(written.since()).isLessThanOrEqualTo(written.version());
        assertThat(written.shown() != null && written.status().terminal()).isFalse();
        if (written.status() == Status.APPROVED) {
          assertThat(written.shown()).isEqualTo(written.newest());
        }
        state = written;
      }
    }
    return state;
  }

  private static List<CommentCommand> shuffled(List<CommentCommand> commands, Random random) {
    List<CommentCommand> order = new ArrayList<>(commands);
    Collections.shuffle(order, random);
    return order;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 22, 333})
  void withdrawalAnywhereEndsWithdrawn(long seed) {
    Random random = new Random(seed);
    List<CommentCommand> commands = new ArrayList<>(COMMANDS);
    commands.add(withdraw("w1"));
    for (int i = 0; i < ORDERS; i++) {
      CommentState end = folded(shuffled(commands, random));
      assertThat(end).isNotNull();
      assertThat(end.status()).isEqualTo(Status.WITHDRAWN);
      assertThat(end.newest().text()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 22, 333})
  void erasureAnywhereEndsErased(long seed) {
    Random random = new Random(seed);
    List<CommentCommand> commands = new ArrayList<>(COMMANDS);
    commands.add(withdraw("w1"));
    commands.add(erase("e1"));
    for (int i = 0; i < ORDERS; i++) {
      CommentState end = folded(shuffled(commands, random));
      assertThat(end).isNotNull();
      assertThat(end.status()).isEqualTo(Status.ERASED);
      assertThat(end.author().name()).isEmpty();
      assertThat(end.newest().text()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 22, 333})
  void everyCommandAgainInTheSameOrderChangesNoMoreThanOutcomes(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < ORDERS; i++) {
      List<CommentCommand> order = shuffled(COMMANDS, random);
      List<CommentCommand> each = new ArrayList<>();
      for (CommentCommand command : order) {
        each.add(command);
        each.add(command);
      }
      assertThat(folded(each)).isEqualTo(folded(order));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 22, 333})
  void commandsThatComeAgainLaterDoNotChangeTheComment(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < ORDERS; i++) {
      List<CommentCommand> order = shuffled(COMMANDS, random);
      // What came for a comment that nobody knew yet was dropped: it may be folded the second time.
      order.removeIf(command -> command.eventId().equals(Commands.ID.value()));
      order.add(0, submit("hold"));
      List<CommentCommand> again = new ArrayList<>(order);
      again.addAll(shuffled(order, random));
      assertThat(folded(again)).isEqualTo(folded(order));
    }
  }
}
