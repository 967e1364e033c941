package io.rejoinder.moderation.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rejoinder.events.settings.ScreeningSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsLogTest {

  private final SettingsLog log =
      new SettingsLog(Map.of(), ShippedSettings.settings(Drafts.POINTS), new SimpleMeterRegistry());
  private final List<Integer> heard = new ArrayList<>();

  private static ScreeningSettings version(int number) {
    return Drafts.version(number, Drafts.rules());
  }

  @Test
  void newestVersionIsInForceAndEveryOneIsKept() {
    log.follow(settings -> heard.add(settings.version()));
    log.take(version(1));
    log.take(version(2));

    assertThat(log.current().version()).isEqualTo(2);
    assertThat(log.version(0)).isPresent();
    assertThat(log.before(2, 5)).extracting(ScreeningSettings::version).containsExactly(1, 0);
    assertThat(heard).containsExactly(0, 1, 2);
  }

  @Test
  void versionThatIsKnownIsNotTakenTwice() {
    log.follow(settings -> heard.add(settings.version()));
    ScreeningSettings first = version(1);
    log.take(first);
    log.take(
        Drafts.version(1, Drafts.holds(new io.rejoinder.events.settings.Holds(true, 0, 1, 1))));

    assertThat(log.current()).isSameAs(first);
    assertThat(heard).containsExactly(0, 1);
  }
}
