package io.rejoinder.bench.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReaderTest {

  private static final String HEAD = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n";
  private static final String FIRST = "event: published\nid: abc-1\ndata: {\"id\":\"1\"}\n\n";
  private static final String SECOND = ": beat\n\nevent: removed\nid: abc-2\ndata: {}\n\n";

  private final List<String> heard = new ArrayList<>();
  private final Reader reader = new Reader(3, 64, new Notes());

  /** Wherever the network cuts it. */
  @Test
  void eventsAreFoundInChunksHoweverTheyCome() {
    String both = FIRST + SECOND;
    String answer = HEAD + chunk(both.substring(0, 30)) + chunk(both.substring(30));
    for (int piece = 1; piece < answer.length(); piece += 7) {
      heard.clear();
      Reader fresh = new Reader(3, 64, new Notes());
      for (int at = 0; at < answer.length(); at += piece) {
        fresh.take(bytes(answer.substring(at, Math.min(answer.length(), at + piece))));
      }
      assertThat(heard)
          .containsExactly("3 opened", "3 published abc-1 {\"id\":\"1\"}", "3 removed abc-2 {}");
    }
  }

  @Test
  void ofALongLineTheBeginningIsKept() {
    reader.take(bytes(HEAD + chunk("event: published\nid: a-1\ndata: " + "x".repeat(99) + "\n\n")));

    assertThat(heard).last().isEqualTo("3 published a-1 " + "x".repeat(64 - "data: ".length()));
  }

  @Test
  void anAnswerThatIsNoStreamIsAnError() {
    assertThatThrownBy(() -> reader.take(bytes("HTTP/1.1 503 Service Unavailable\r\n\r\n")))
        .hasMessage("reader 3 got no stream");
  }

  private static String chunk(String data) {
    return Integer.toHexString(data.length()) + "\r\n" + data + "\r\n";
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private final class Notes implements Reader.Listener {

    @Override
    public void opened(int number) {
      heard.add(number + " opened");
    }

    @Override
    public void heard(int number, String event, String id, String data) {
      heard.add(number + " " + event + " " + id + " " + data);
    }
  }
}
