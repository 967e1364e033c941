package io.rejoinder.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rejoinder.local.Forked;
import io.rejoinder.local.refusal.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimTest {

  private final Path temporary;

  ClaimTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  @Test
  void aPartHasOneHolderAndIsFreeOnceItIsGivenBack() {
    DataFolder folder = DataFolder.open(temporary);
    try (Claim claim = Claim.of(folder, "broker")) {
      assertThat(claim).isNotNull();
      assertThatThrownBy(() -> Claim.of(folder, "broker")).isInstanceOf(Refusal.class);
      assertThatCode(() -> Claim.of(folder, "store").close()).doesNotThrowAnyException();
    }
    assertThatCode(() -> Claim.of(folder, "broker").close()).doesNotThrowAnyException();
  }

  @Test
  void theProcessThatHoldsItIsNamedAndLosesItWhenItIsKilled() throws Exception {
    DataFolder folder = DataFolder.open(temporary);
    Path output = temporary.resolve("out");
    Process holder = Forked.java(output, ClaimHolder.class, temporary.toString(), "broker");
    try {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> Files.exists(output) && Files.readString(output).contains("holding"));

      assertThatThrownBy(() -> Claim.of(folder, "broker"))
          .isInstanceOf(Refusal.class)
          .hasMessage(
              "the data folder %s is in use by process %d (broker): stop it, or choose another with"
                  + " --data",
              folder.path(), holder.pid());
    } finally {
      holder.destroyForcibly().waitFor();
    }
    assertThatCode(() -> Claim.of(folder, "broker").close()).doesNotThrowAnyException();
  }
}
