package io.rejoinder.bench.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateScreeningTest {

  @TempDir private Path folder;

  @Test
  void writesFiguresForEachFileAndAllTogether() throws IOException {
    write("kind-1.csv", "harbour");
    write("kind-2.csv", "orchard");
    Path json = folder.resolve("figures.json");
    Path plots = folder.resolve("plots");

    int exit =
        run("--train", folder, "--leave-one-out", "--disguise", "--plots", plots, "--json", json);

    assertThat(exit).isZero();
    JsonNode tree = JsonMapper.shared().readTree(json.toFile());
    assertThat(tree.at("/files").size()).isEqualTo(4);
    assertThat(tree.at("/files/0/file").asString()).isEqualTo("kind-1.csv");
    assertThat(tree.at("/files/0/n").asInt()).isEqualTo(40);
    assertThat(tree.at("/overall/mcc").asDouble()).isGreaterThan(0.9);
    assertThat(tree.at("/overall/recall_at_fpr/0.005").asDouble()).isGreaterThan(0.9);
    assertThat(tree.at("/overall/disguised/spaced/recall").asDouble()).isGreaterThan(0.9);
    assertThat(tree.at("/overall/disguised/emoji/ham_fpr").asDouble()).isLessThan(0.1);
    try (Stream<Path> written = Files.list(plots)) {
      assertThat(written.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("roc.svg", "precision-recall.svg", "reliability.svg");
    }
  }

  @Test
  void anUnknownLabelIsNamedWithItsPlace() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "label,text\r\nham,one\r\nscam,two\r\n");

    assertThatThrownBy(() -> LabelledFiles.in(folder))
        .hasMessageEndingWith("a.csv, record 2: label “scam” (expected: spam, toxic or ham)");
  }

  @Test
  void aBrokenFileIsNamed() throws IOException {
    Files.write(folder.resolve("a.csv"), new byte[] {'l', (byte) 0xC3, 'x'});
    assertThatThrownBy(() -> LabelledFiles.in(folder)).hasMessageEndingWith("a.csv: not UTF-8");

    Files.writeString(folder.resolve("a.csv"), "label,text\r\nham\r\n");
    assertThatThrownBy(() -> LabelledFiles.in(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a.csv: ");

    assertThatThrownBy(() -> LabelledFiles.in(folder.resolve("absent")))
        .hasMessageEndingWith("absent: no such folder");
  }

  @Test
  void oneFoldIsRefused() throws IOException {
    write("kind-1.csv", "harbour");

    assertThat(run("--train", folder, "--folds", "1")).isEqualTo(CommandLine.ExitCode.USAGE);
  }

  @Test
  void withoutAModelOfEmbeddingsNoSecondOpinionIsToBeHad() throws IOException {
    write("kind-1.csv", "harbour");

    assertThat(run("--train", folder, "--folds", "2", "--embedding"))
        .isEqualTo(CommandLine.ExitCode.USAGE);
  }

  private static int run(Object... arguments) {
    return EvaluateScreening.commandLine()
        .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
  }

  private void write(String name, String film) throws IOException {
    StringBuilder csv = new StringBuilder("id,source,label,author,date,text\r\n");
    for (String part : List.of("ending", "score", "light", "cast", "pace")) {
      for (String word : List.of("slow", "warm", "bold", "plain")) {
        csv.append("1,x,ham,,,\"The %s of the %s film, %s\"\r\n".formatted(part, film, word));
        csv.append("2,x,spam,,,Visit my page for %s %s %s deals\r\n".formatted(word, film, part));
      }
    }
    Files.writeString(folder.resolve(name), csv);
  }
}
