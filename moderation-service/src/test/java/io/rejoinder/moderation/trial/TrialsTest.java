package io.rejoinder.moderation.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.rejoinder.events.comment.By;
import io.rejoinder.moderation.intake.LiveLoad;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import io.rejoinder.moderation.settings.Drafts;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TrialsTest {

  private static final Duration BOUND = Duration.ofSeconds(10);

  private static final LiveLoad IDLE =
      new LiveLoad() {
        @Override
        public long waiting() {
          return 0;
        }

        @Override
        public long busyNanos() {
          return 0;
        }
      };

  private final Trials trials = new Trials();

  /** A trial that cannot reach the log, and says so once it may. */
  private static Trial failing(String id, CountDownLatch may) {
    var settings = Drafts.version(1, Drafts.rules());
    return new Trial(
        new Trial.Plan(id, settings, settings, null, By.SCREENING, Instant.EPOCH),
        () -> {
          try {
            may.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          throw new IllegalStateException("no log");
        },
        new PolicyRejudge(null, null, null),
        new Pace(IDLE));
  }

  @Test
  void thereIsOneTrialAtATime() {
    CountDownLatch may = new CountDownLatch(1);
    Trial first = trials.begin(id -> failing(id, may));

    assertThat(
            catchThrowableOfType(Problem.class, () -> trials.begin(id -> failing(id, may))).type())
        .isEqualTo(ProblemType.TRIAL_RUNNING);
    may.countDown();
    await().atMost(BOUND).until(() -> first.state() == Trial.State.FAILED);
    assertThat(trials.begin(id -> failing(id, may)).plan().id()).isEqualTo("2");
  }

  @Test
  void resultsAreKeptUntilTwentyNewerOnesAreThere() {
    CountDownLatch may = new CountDownLatch(0);
    for (int i = 0; i <= Trials.KEPT; i++) {
      Trial trial = trials.begin(id -> failing(id, may));
      await()
          .atMost(BOUND)
          .pollInterval(Duration.ofMillis(2))
          .until(() -> trial.state() == Trial.State.FAILED);
    }

    assertThat(trials.all()).hasSize(Trials.KEPT);
    assertThat(trials.withId("1")).isEmpty();
    assertThat(trials.withId("2")).isPresent();
  }
}
