package io.rejoinder.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.rejoinder.system.drill.Drill;
import io.rejoinder.system.drill.Order;
import io.rejoinder.system.drill.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A short kill drill; {@code system-tests/kill-drill} is the long one. With an engine it is killed
 * alone, too, and left alone.
 */
class KillDrillIT {

  private static final int COMMENTS = 200;
  private static final int KILLS = 1;

  /** The moments still differ from run to run: it is the platform's pace that sets them. */
  private static final long SEED = 7;

  @Test
  void nothingAcceptedIsLostOrDoubledWhenThePlatformIsKilled() {
    assertThat(drill("kill-drill", null)).matches(Verdict::kept, "every promise was kept");
  }

  @Test
  void norWhenTheEngineThatItStoresInIsKilledToo() {
    Optional<Path> mongod = TestSetup.onPath("mongod");
    assumeThat(mongod).as("a mongod on the PATH").isPresent();
    assertThat(drill("kill-drill-mongod", mongod.orElseThrow()))
        .matches(Verdict::kept, "every promise was kept");
  }

  private static Verdict drill(String name, @Nullable Path engine) {
    Order order =
        new Order(
            COMMENTS,
            KILLS,
            engine,
            false,
            SEED,
            TestSetup.launcher(),
            TestSetup.logs(name),
            Duration.ofMinutes(10));
    return new Drill(order, System.out).run();
  }
}
