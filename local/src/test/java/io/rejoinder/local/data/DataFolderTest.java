package io.rejoinder.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rejoinder.local.refusal.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  private final Path temporary;

  DataFolderTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  @Test
  void aNewFolderIsForItsOwnerAloneAndSaysItsFormat() throws Exception {
    DataFolder folder = DataFolder.open(temporary.resolve("a/b"));

    assertThat(folder.path().resolve("version")).content().isEqualTo("1\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
        .isEqualTo("rwx------");
  }

  @Test
  void aFolderOfThisFormatIsOpenedAgain() {
    DataFolder first = DataFolder.open(temporary);
    assertThat(DataFolder.open(temporary)).isEqualTo(first);
  }

  @Test
  void aFolderOfANewerVersionIsLeftAlone() throws Exception {
    Files.writeString(temporary.resolve("version"), "2\n");

    assertThatThrownBy(() -> DataFolder.open(temporary))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "the data folder %s was written by a newer version: format 2 (this program knows: 1..1)",
            temporary.toAbsolutePath());
    assertThat(temporary).isDirectoryNotContaining("glob:**/logs");
  }

  @Test
  void aFormatThatIsNoNumberIsRefused() throws Exception {
    Files.writeString(temporary.resolve("version"), "one");
    assertThatThrownBy(() -> DataFolder.open(temporary))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("does not hold a format number but \"one\"");
  }

  @Test
  void aFolderThatCannotBeMadeIsRefused() throws Exception {
    Path file = Files.createFile(temporary.resolve("file"));

    assertThatThrownBy(() -> DataFolder.open(file))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "the data folder %s cannot be written: it is a file (choose another with --data)",
            file);
    assertThatThrownBy(() -> DataFolder.open(file.resolve("below")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("cannot be written");
  }

  @Test
  void aFileIsReplacedWholeAndStaysPrivate() throws Exception {
    Path file = temporary.resolve("secret");
    PrivateFiles.write(file, "first, and long");
    PrivateFiles.write(file, "second");

    assertThat(file).content().isEqualTo("second");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
