package io.rejoinder.moderation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {

  private static final ShippedModel SHIPPED = ShippedModel.load();

  @TempDir private Path folder;

  private Models models() {
    return Models.of(SHIPPED, folder);
  }

  @Test
  void modelsOfAFolderAreThereBesideTheShippedOne() throws IOException {
    byte[] written = TestModels.written();
    Files.write(folder.resolve("own.model"), written);
    Files.write(folder.resolve("again.model"), written);
    Files.writeString(folder.resolve("notes.txt"), "not looked at");
    String version = ShippedModel.read(written).version();

    assertThat(models().own()).containsExactly(version);
    assertThat(models().withVersion(version)).map(ShippedModel::version).contains(version);
    assertThat(models().withVersion(null)).containsSame(SHIPPED);
    assertThat(models().withVersion(SHIPPED.version())).containsSame(SHIPPED);
    assertThat(models().withVersion("other")).isEmpty();
    assertThat(models().all()).extracting(ShippedModel::version).hasSize(2).contains(version);
    assertThat(Models.of(SHIPPED, null).all()).containsExactly(SHIPPED);
  }

  @Test
  void whatIsNoModelIsRefusedByItsName() throws IOException {
    Files.writeString(folder.resolve("broken.model"), "not zipped");
    assertThatThrownBy(this::models).hasMessageContaining("broken.model: no model of this version");
  }

  @Test
  void filesAreBoundInSizeAndNumber() throws IOException {
    try (RandomAccessFile large = new RandomAccessFile(folder.resolve("a.model").toFile(), "rw")) {
      large.setLength(Models.LARGEST + 1);
    }
    assertThatThrownBy(this::models)
        .hasMessageContaining("a.model: 16777217 bytes (expected: at most 16777216)");
    for (String name : new String[] {"b", "c", "d"}) {
      Files.writeString(folder.resolve(name + ".model"), "");
    }
    assertThatThrownBy(this::models).hasMessageContaining("4 files *.model (expected: at most 3)");
  }

  @Test
  void folderThatIsNotThereIsSaid() {
    assertThatThrownBy(() -> Models.of(SHIPPED, folder.resolve("none")))
        .hasMessageContaining("none: not to be read as a folder");
  }
}
