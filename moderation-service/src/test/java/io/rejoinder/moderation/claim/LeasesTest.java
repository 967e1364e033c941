package io.rejoinder.moderation.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Lease;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeasesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String ID = "0123456789abcdef0123456789abcdef";
  private static final By ANNA = By.moderator("a", "Anna");
  private static final By BEN = By.moderator("b", "Ben");

  private final Leases leases = new Leases();

  private static Lease lease(By by, long at, long until) {
    return new Lease(new CommentId(ID), by, NOW.plusSeconds(until), NOW.plusSeconds(at));
  }

  private String holder(long at) {
    return leases
        .of(ID, NOW.plusSeconds(at))
        .map(one -> String.valueOf(one.by().name()))
        .orElse("");
  }

  @Test
  void theFirstOneCountsUntilItEnds() {
    assertThat(leases.take(lease(ANNA, 0, 60))).isTrue();
    assertThat(leases.take(lease(BEN, 30, 90))).isFalse();
    assertThat(holder(59)).isEqualTo("Anna");
    assertThat(holder(60)).isEmpty();
    assertThat(leases.take(lease(BEN, 60, 120))).isTrue();
    assertThat(holder(61)).isEqualTo("Ben");
  }

  @Test
  void whoHasItRenewsIt() {
    leases.take(lease(ANNA, 0, 60));
    assertThat(leases.take(lease(ANNA, 30, 90))).isTrue();
    assertThat(holder(80)).isEqualTo("Anna");
  }

  @Test
  void whoHasItLetsGoOfItAndNobodyElseDoes() {
    leases.take(lease(ANNA, 0, 60));
    assertThat(leases.take(lease(BEN, 5, 5))).isFalse();
    assertThat(holder(6)).isEqualTo("Anna");
    assertThat(leases.take(lease(ANNA, 7, 7))).isTrue();
    assertThat(holder(7)).isEmpty();
    assertThat(leases.take(lease(ANNA, 8, 8))).isFalse();
  }
}
