package io.rejoinder.moderation.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.comment.Evidence;
import io.rejoinder.moderation.model.Models;
import io.rejoinder.moderation.model.ShippedModel;
import io.rejoinder.moderation.model.TestModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedrawnTest {

  private static final ShippedModel SHIPPED = ShippedModel.load();

  @Test
  void onlyAModelThatIsHereTakesThePlaceOfAnotherAndKeepsWhatWasTaught(@TempDir Path folder)
      throws IOException {
    Files.write(folder.resolve("ours.model"), TestModels.written());
    Models models = Models.of(SHIPPED, folder);
    String own = models.own().iterator().next();
    String shipped = SHIPPED.version();

    assertThat(redrawn(models, own, "model", shipped + "/7")).isEqualTo(own + "@7");
    assertThat(redrawn(models, own, "toxicity", "0badc0de/7")).isEqualTo(own + "@7");
    assertThat(redrawn(models, own, "model", own + "/7")).isEqualTo(own + "/7");
    assertThat(redrawn(models, own, "blocked-words", "3/4")).isEqualTo("3/4");
    assertThat(redrawn(models, null, "model", own + "/7")).isEqualTo(shipped + "@7");
    assertThat(redrawn(models, null, "model", shipped + "/7")).isEqualTo(shipped + "/7");
    assertThat(redrawn(models, null, "model", "0badc0de/7")).isEqualTo("0badc0de/7");
    assertThat(redrawn(models, "gone", "model", shipped + "/7")).isEqualTo(shipped + "/7");
  }

  private static @Nullable String redrawn(
      Models models, @Nullable String wanted, String screen, String version) {
    Evidence recorded = new Evidence(screen, 1, "x", List.of(), Map.of("version", version));
    return new Redrawn(models, wanted).of(List.of(recorded)).get(0).values().get("version");
  }
}
