package io.rejoinder.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerParserTest {

  private static final String ACCEPTED =
      "HTTP/1.1 202 Accepted\r\nLocation: /api/submissions/7\r\ncontent-length: 10\r\n\r\n"
          + "{\"id\":\"7\"}";

  private final Excerpt body = new Excerpt(64);
  private final AnswerParser parser = new AnswerParser(body);

  @Test
  void readsAnAnswerWithItsLength() throws Exception {
    assertThat(parser.read(bytes(ACCEPTED))).isTrue();
    assertThat(parser.status()).isEqualTo(202);
    assertThat(body.member("id")).isEqualTo("7");
  }

  @Test
  void readsTheSameFromSingleBytes() throws Exception {
    List<String> bodies = new ArrayList<>();
    for (String piece : pieces(ACCEPTED + ACCEPTED, 1)) {
      if (parser.read(bytes(piece))) {
        bodies.add(body.text());
      }
    }
    assertThat(bodies).containsExactly("{\"id\":\"7\"}", "{\"id\":\"7\"}");
  }

  @Test
  void readsChunks() throws Exception {
    String chunked =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n4\r\nfour\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n";
    boolean whole = false;
    for (String piece : pieces(chunked, 3)) {
      assertThat(whole).isFalse();
      whole = parser.read(bytes(piece));
    }
    assertThat(whole).isTrue();
    assertThat(body.text()).isEqualTo("four0123456789");
    assertThat(body.length()).isEqualTo(14);
  }

  @Test
  void leavesTheNextAnswerAlone() throws Exception {
    ByteBuffer two = bytes("HTTP/1.1 204 No Content\r\n\r\n" + ACCEPTED);
    assertThat(parser.read(two)).isTrue();
    assertThat(parser.status()).isEqualTo(204);
    assertThat(body.length()).isZero();
    assertThat(parser.read(two)).isTrue();
    assertThat(two.hasRemaining()).isFalse();
  }

  @Test
  void keepsTheBeginningOfALongBody() throws Exception {
    String text = "x".repeat(1000);
    parser.read(bytes("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + text));
    assertThat(body.text()).hasSize(64);
    assertThat(body.length()).isEqualTo(1000);
  }

  @Test
  void refusesWhatIsNoAnswer() {
    assertThatThrownBy(() -> parser.read(bytes("SSH-2.0-OpenSSH_9.2\r\n")))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("SSH-2.0");
  }

  private static List<String> pieces(String text, int length) {
    return IntStream.iterate(0, from -> from < text.length(), from -> from + length)
        .mapToObj(from -> text.substring(from, Math.min(text.length(), from + length)))
        .toList();
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
