package io.rejoinder.system.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.comment.Status;
import io.rejoinder.system.drill.Move.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MoveTest {

  private static final Move FINE = Move.posted("fine", false);
  private static final Move DOUBTFUL = Move.posted("doubtful", true);

  @Test
  void aDoubtfulEditLeavesTheApprovedTextToReaders() {
    assertThat(after(FINE, Move.edited("doubtful", true)))
        .isEqualTo(new Standing(Status.HELD, 2, "doubtful", "fine"));
  }

  @Test
  void undoGoesBackToWhatStoodBefore() {
    assertThat(after(DOUBTFUL, Move.of(Kind.APPROVE), Move.of(Kind.UNDO)))
        .isEqualTo(new Standing(Status.HELD, 1, "doubtful", null));
  }

  @Test
  void aWithdrawnCommentHasNoText() {
    assertThat(after(FINE, Move.edited("finer", false), Move.of(Kind.WITHDRAW)))
        .isEqualTo(new Standing(Status.WITHDRAWN, 2, "", null));
  }

  @Test
  void aRevisionWhoseScreenFailedIsHeld() {
    assertThat(Move.after(List.of(FINE, Move.edited("finer", false)), Set.of(2)))
        .isEqualTo(new Standing(Status.HELD, 2, "finer", "fine"));
  }

  @Test
  void theSharesOfTheLivesAddUpToAHundred() {
    assertThat(Script.all().stream().mapToInt(Script::share).sum()).isEqualTo(100);
  }

  private static Standing after(Move... moves) {
    return Move.after(List.of(moves), Set.of());
  }
}
