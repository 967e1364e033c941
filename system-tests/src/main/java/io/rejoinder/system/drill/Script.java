package io.rejoinder.system.drill;

import static io.rejoinder.system.drill.Step.APPROVE;
import static io.rejoinder.system.drill.Step.DUEL;
import static io.rejoinder.system.drill.Step.EDIT;
import static io.rejoinder.system.drill.Step.EDIT_DOUBTFULLY;
import static io.rejoinder.system.drill.Step.EDIT_OUTDATED;
import static io.rejoinder.system.drill.Step.EDIT_WHILE_APPROVED;
import static io.rejoinder.system.drill.Step.POST;
import static io.rejoinder.system.drill.Step.POST_AGAIN;
import static io.rejoinder.system.drill.Step.REJECT;
import static io.rejoinder.system.drill.Step.UNDO;
import static io.rejoinder.system.drill.Step.WITHDRAW;
import static io.rejoinder.system.drill.Step.WITHDRAW_WHILE_APPROVED;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The lives that comments lead in the drill, and how many of a hundred lead each.
 *
 * @param share of a hundred comments
 * @param doubtful whether the first text must wait for a moderator
 * @param steps what happens, the post first
 */
record Script(int share, boolean doubtful, List<Step> steps) {

  private static final List<Script> ALL =
      List.of(
          fine(41),
          fine(4, POST_AGAIN),
          fine(11, EDIT),
          fine(4, EDIT, EDIT),
          fine(3, EDIT_OUTDATED),
          fine(7, WITHDRAW),
          fine(4, EDIT, WITHDRAW),
          fine(2, EDIT_DOUBTFULLY),
          fine(2, EDIT_DOUBTFULLY, APPROVE),
          fine(2, EDIT_DOUBTFULLY, REJECT),
          doubtful(3),
          doubtful(4, APPROVE),
          doubtful(3, REJECT),
          doubtful(2, APPROVE, UNDO),
          doubtful(2, REJECT, UNDO, APPROVE),
          doubtful(1, WITHDRAW),
          doubtful(1, EDIT),
          doubtful(2, DUEL),
          doubtful(1, EDIT_WHILE_APPROVED),
          doubtful(1, WITHDRAW_WHILE_APPROVED));

  static List<Script> all() {
    return ALL;
  }

  /** Draws one life for each comment. */
  static List<Script> draw(int comments, Random random) {
    List<Script> hundred = new ArrayList<>();
    ALL.forEach(
        script -> {
          for (int i = 0; i < script.share; i++) {
            hundred.add(script);
          }
        });
    return random.ints(comments, 0, hundred.size()).mapToObj(hundred::get).toList();
  }

  private static Script fine(int share, Step... afterPost) {
    return new Script(share, false, withPost(afterPost));
  }

  private static Script doubtful(int share, Step... afterPost) {
    return new Script(share, true, withPost(afterPost));
  }

  private static List<Step> withPost(Step... afterPost) {
    List<Step> steps = new ArrayList<>(List.of(POST));
    steps.addAll(List.of(afterPost));
    return List.copyOf(steps);
  }
}
