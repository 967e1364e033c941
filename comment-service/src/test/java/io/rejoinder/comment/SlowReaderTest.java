package io.rejoinder.comment;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentPublished;
import io.rejoinder.events.comment.ThreadId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;

class SlowReaderTest {

  private static final int EVENTS = 1200;
  private static final String HTML = "<p>" + "x".repeat(20_000) + "</p>";

  @Test
  void aReaderThatDoesNotReadIsCutOffAndSlowsNobody() throws Exception {
    try (Platform platform = Platform.start("rejoinder.comments.live.buffer=16")) {
      platform.openThread("film");
      try (Socket stuck = stuck(platform.uri("/api/threads/film/stream"));
          EventStream quick = platform.stream("/api/threads/film/stream").awaitBegun()) {
        MeterRegistry meters = platform.part(MeterRegistry.class);
        await()
            .atMost(Platform.BOUND)
            .until(() -> meters.get("rejoinder.live.viewers").gauge().value() == 2);

        int partition = Topics.partitionOfThread("film", Topics.PARTITIONS);
        for (int i = 0; i < EVENTS; i++) {
          platform.write(Topics.COMMENTS_PUBLISHED, partition, published(i));
          assertThat(quick.next().data().get("version").asInt()).isEqualTo(1);
        }

        await()
            .atMost(Platform.BOUND)
            .untilAsserted(
                () ->
                    assertThat(
                            meters
                                .get("rejoinder.live.dropped")
                                .tag("cause", "slow")
                                .counter()
                                .count())
                        .isEqualTo(1));
        await()
            .atMost(Platform.BOUND)
            .until(() -> meters.get("rejoinder.live.viewers").gauge().value() == 1);
        assertThat(stuck.isConnected()).isTrue();
      }
    }
  }

  private static Socket stuck(URI uri) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(InetAddress.getByName(uri.getHost()), uri.getPort()));
    String request =
        "GET " + uri.getPath() + " HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(US_ASCII));
    return socket;
  }

  private static CommentPublished published(int number) {
    return new CommentPublished(
        States.id(number),
        new ThreadId("film"),
        null,
        1,
        "Ada",
        "x",
        HTML,
        1,
        States.BEGIN,
        null,
        States.BEGIN);
  }
}
