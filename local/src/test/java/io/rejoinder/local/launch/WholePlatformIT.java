package io.rejoinder.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rejoinder.local.Forked;
import io.rejoinder.local.Rejoinder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholePlatformIT {

  private static final String IMPORTED = "The sound alone is worth the ticket.";
  private static final String POSTED = "I left humming the fog horn.";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path folder;

  WholePlatformIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void everythingRunsInOneProcessAndIsThereAgainAfterARestart() throws Exception {
    String thread;
    try (RunningProgram program =
        start("--import", Path.of("src/test/resources/io/rejoinder/local/export.xml").toString())) {
      theEdgesAnswerAsEachServiceAloneWould(program);
      thread = threadOfTheImportedReview(program);
      threadShows(program, thread, IMPORTED);
      assertThat(post(program, thread, POSTED).statusCode()).isEqualTo(202);
      threadShows(program, thread, POSTED);

      assertThat(program.stop()).isEqualTo(143);
      assertThat(program.said()).containsPattern("Stopped after \\d+\\.\\d s\\.");
    }
    try (RunningProgram again = start()) {
      threadShows(again, thread, IMPORTED);
      threadShows(again, thread, POSTED);
    }
  }

  @Test
  void aTakenPortIsSaidInOneLine() throws Exception {
    Path output = Path.of("target", "taken-port.out");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      Process process =
          Forked.java(
              output,
              Rejoinder.class,
              "--data",
              folder.resolve("refused").toString(),
              "--store",
              "memory",
              "--port-site",
              port);

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(1);
      assertThat(Files.readAllLines(output))
          .hasSize(2)
          .last()
          .asString()
          .startsWith("error: ")
          .contains(port);
    }
  }

  private RunningProgram start(String... further) throws IOException {
    String[] usual = {
      "--data", folder.resolve("data").toString(), "--any-ports", "--store", "memory"
    };
    String[] all = new String[usual.length + further.length];
    System.arraycopy(usual, 0, all, 0, usual.length);
    System.arraycopy(further, 0, all, usual.length, further.length);
    return RunningProgram.start(Path.of("target", "whole-platform.out"), all);
  }

  /** Three services share a class path: the security of one must not close the edge of another. */
  private void theEdgesAnswerAsEachServiceAloneWould(RunningProgram program) throws Exception {
    String api = program.row("comments API");
    assertThat(get(program.row("site") + "/").statusCode()).isEqualTo(200);
    assertThat(get(program.row("console") + "/").statusCode()).isEqualTo(200);
    assertThat(get(program.row("console") + "/api/queue").statusCode()).isEqualTo(401);
    assertThat(get(api + "/widget/rejoinder.js").statusCode()).isEqualTo(200);
    assertThat(get(api + "/api/threads/none/comments").statusCode()).isEqualTo(404);
    assertThat(program.said()).contains("password in " + folder.resolve("data/admin-password"));
  }

  private String threadOfTheImportedReview(RunningProgram program) throws Exception {
    String site = program.row("site");
    String page =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> get(site + "/").body(), body -> body.contains("The lighthouse keeper"));
    String review = get(site + first(page, "href=\"(/reviews/[^\"]+)\"")).body();
    return first(review, "thread=\"([^\"]+)\"");
  }

  private void threadShows(RunningProgram program, String thread, String text) throws Exception {
    String address = program.row("comments API") + "/api/threads/" + thread + "/comments";
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(get(address).body()).containsOnlyOnce(text));
  }

  private HttpResponse<String> post(RunningProgram program, String thread, String text)
      throws Exception {
    URI address = URI.create(program.row("comments API") + "/api/threads/" + thread + "/comments");
    return http.send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "whole-platform")
            .POST(
                BodyPublishers.ofString(
                    "{\"text\": \"%s\", \"author\": {\"name\": \"Ada\"}}".formatted(text)))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
  }

  private static String first(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as("%s in %s", pattern, text).isTrue();
    return found.group(1);
  }
}
