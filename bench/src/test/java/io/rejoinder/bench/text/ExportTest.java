package io.rejoinder.bench.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class ExportTest {

  @Test
  void itIsWellFormedAndHoldsWhatWasAskedFor(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("export.xml");
    Export.write(file, 3, 7);
    Document export =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    assertThat(export.getElementsByTagName("item").getLength()).isEqualTo(4);
    assertThat(export.getElementsByTagName("wp:comment").getLength()).isEqualTo(7);
    assertThat(export.getElementsByTagName("wp:comment_parent").item(2).getTextContent())
        .isEqualTo("2");
  }
}
