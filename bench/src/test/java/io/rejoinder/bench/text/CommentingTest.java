package io.rejoinder.bench.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommentingTest {

  private static final List<String> PATHS = List.of("/one", "/two", "/three");

  private final ByteBuffer buffer = ByteBuffer.allocate(16 * 1024);

  @Test
  void aRequestIsWholeAndItsLengthIsTrue() {
    Commenting commenting = new Commenting(PATHS, 4);
    assertThat(commenting.next(buffer)).isZero();
    buffer.clear();
    assertThat(commenting.next(buffer)).isEqualTo(1);
    String request = written();
    assertThat(request)
        .startsWith("POST /two HTTP/1.1\r\n")
        .contains("Idempotency-Key: bench-4-1\r\n");
    String body = request.substring(request.indexOf("\r\n\r\n") + 4);
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    assertThat(request).contains("\r\nContent-Length: " + length + "\r\n\r\n");
    JsonNode comment = JsonMapper.shared().readTree(body);
    assertThat(comment.get("text").asString()).hasSizeBetween(100, 1000).endsWith(".");
    assertThat(comment.get("author").get("name").asString()).contains(" ");
  }

  @Test
  void textsAndAuthorsAreDistinct() {
    Commenting commenting = new Commenting(PATHS, 1);
    Set<String> texts = new HashSet<>();
    Set<String> names = new HashSet<>();
    int count = 30_000;
    for (int i = 0; i < count; i++) {
      buffer.clear();
      commenting.next(buffer);
      String request = written();
      int text = request.indexOf("\"text\"");
      texts.add(request.substring(text));
      names.add(request.substring(request.indexOf("\"name\""), text));
    }
    assertThat(texts).hasSize(count);
    assertThat(names).hasSize(count);
  }

  @Test
  void anotherRunHasOtherTexts() {
    new Commenting(PATHS, 1).putText(buffer);
    String first = written();
    buffer.clear();
    new Commenting(PATHS, 2).putText(buffer);
    assertThat(written()).isNotEqualTo(first);
  }

  @Test
  void phrasesNeedNoEscapeInJsonOrXml() {
    Phrases phrases = new Phrases();
    for (String heading :
        List.of("opening", "subject", "verb", "object", "closing", "first name", "film")) {
      assertThat(phrases.list(heading)).isNotEmpty().doesNotHaveDuplicates();
      assertThat(phrases.list(heading)).noneMatch(phrase -> phrase.matches(".*[\"\\\\<>&].*"));
    }
  }

  private String written() {
    return StandardCharsets.UTF_8.decode(buffer.duplicate().flip()).toString();
  }
}
