package io.rejoinder.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.rejoinder.system.client.Answer;
import io.rejoinder.system.client.Comments;
import io.rejoinder.system.client.Comments.Draft;
import io.rejoinder.system.client.Servers;
import io.rejoinder.system.platform.Platform;
import io.rejoinder.system.platform.Setup;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is erased is gone from every read at once, and from every file within the time set. */
class ErasureIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  /** The time set, 7 s, and the broker's own pauses of 15, 30 and 5 s. */
  private static final Duration GONE_WITHIN = Duration.ofSeconds(90);

  private static final Pattern THREAD =
      Pattern.compile("<rejoinder-thread[^>]* thread=\"([^\"]+)\"");
  private static final String MAIL = "q.featherby@mail.example";
  private static final String NAME = "Quillon Featherby";
  private static final String TEXT = "The lighthouse keeper's aunt deserved a second act.";
  private static final String EDITED = "The lighthouse keeper's uncle deserved none.";

  @Test
  void neitherTextNorNameIsInAnyFile() throws Exception {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    Setup setup =
        TestSetup.of("erasure")
            .with(
                Map.of(
                    "REJOINDER_ERASURE_WITHIN", "7s",
                    "REJOINDER_COMMENTS_RATE_ENABLED", "false",
                    "REJOINDER_MAIL_HOST", "127.0.0.1",
                    "REJOINDER_MAIL_PORT", Integer.toString(mail.getSmtp().getPort()),
                    "REJOINDER_MAIL_SECURITY", "none",
                    "REJOINDER_MAIL_FROM", "comments@ledger.example"));
    try (AutoCloseable stopped = mail::stop;
        Platform platform = Platform.allInOne(setup)) {
      platform.start("--import", TestSetup.export().toString());
      Comments comments = new Comments(platform.addresses().apis());
      Servers api = new Servers(platform.addresses().apis());
      String thread = thread(new Servers(platform.addresses().sites()));
      Answer posted = comments.post(new Draft(thread, "k-1", NAME, TEXT, null));
      String id = String.valueOf(posted.string("id"));
      String token = String.valueOf(posted.string("token"));
      await().atMost(SOON).until(() -> page(comments, thread).contains(TEXT));
      Answer reply = comments.post(new Draft(thread, "k-2", "Ola", "She had one.", id));
      await().atMost(SOON).until(() -> page(comments, thread).contains("She had one."));
      // An answered comment is not edited any more; a second one is.
      Answer other = comments.post(new Draft(thread, "k-3", NAME, TEXT + " Truly.", null));
      String second = String.valueOf(other.string("id"));
      String secondToken = String.valueOf(other.string("token"));
      await().atMost(SOON).until(() -> page(comments, thread).contains("Truly."));
      assertThat(comments.revise(second, secondToken, EDITED, 1).status()).isEqualTo(200);
      assertThat(files(setup.data(), NAME)).isNotEmpty();

      for (String[] one : List.of(new String[] {id, token}, new String[] {second, secondToken})) {
        Answer erased =
            api.send(
                "POST",
                "/api/submissions/" + one[0] + "/erasure",
                Map.of("Authorization", "Bearer " + one[1]),
                null);
        assertThat(erased.status()).isEqualTo(200);
        assertThat(erased.string("state")).isEqualTo("erased");
        assertThat(erased.text()).doesNotContain(NAME, TEXT, EDITED);
      }

      eraseAReader(api, comments, thread);
      eraseAMailbox(api, comments, thread, mail);

      await().atMost(SOON).until(() -> !page(comments, thread).contains(NAME));
      String page = page(comments, thread);
      assertThat(page).doesNotContain("lighthouse").contains("She had one.", id);
      assertThat(comments.submission(id, token).text()).doesNotContain(NAME, "lighthouse");
      assertThat(comments.post(new Draft(thread, "k-1", NAME, TEXT, null)).status()).isEqualTo(202);
      assertThat(reply.status()).isEqualTo(202);
      await()
          .atMost(GONE_WITHIN)
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(
              () -> {
                assertThat(files(setup.data(), NAME)).isEmpty();
                assertThat(files(setup.data(), "lighthouse keeper")).isEmpty();
              });
      assertThat(page(comments, thread)).doesNotContain("lighthouse").contains("She had one.");
    }
  }

  /** What one identity wrote in two threads and liked: taken along, erased, and nobody else's. */
  private static void eraseAReader(Servers api, Comments comments, String thread)
      throws IOException {
    Answer minted = api.send("POST", "/api/readers", Map.of(), null);
    Map<String, String> reader = Map.of("Rejoinder-Reader", String.valueOf(minted.string("token")));
    Map<String, String> other =
        Map.of(
            "Rejoinder-Reader",
            String.valueOf(api.send("POST", "/api/readers", Map.of(), null).string("token")));
    String posts = "/api/threads/" + thread + "/comments";
    String first = TEXT + " So I said.";
    assertThat(api.send("POST", posts, reader, by(first)).status()).isEqualTo(202);
    String held = TEXT + " https://a.example https://b.example https://c.example";
    assertThat(api.send("POST", posts, reader, by(held)).status()).isEqualTo(202);
    await().atMost(SOON).until(() -> page(comments, thread).contains("So I said."));
    String imported = comments.page(thread, 200, null).body().at("/comments/0/id").asString();
    api.send("PUT", "/api/comments/" + imported + "/like", reader, null);

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              Answer data = api.send("GET", "/api/readers/me/data", reader, null);
              assertThat(data.body().path("comments").size()).isEqualTo(2);
              assertThat(data.text()).contains(first, held, NAME);
              assertThat(data.body().path("likes").size()).isLessThanOrEqualTo(1);
            });
    Answer others = api.send("GET", "/api/readers/me/data", other, null);
    assertThat(others.body().path("comments").size()).isZero();

    Answer erased = api.send("POST", "/api/readers/me/erasure", reader, null);
    assertThat(erased.status()).isEqualTo(202);
    assertThat(erased.body().at("/erased/comments").asInt()).isEqualTo(2);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              Answer left = api.send("GET", "/api/readers/me/data", reader, null);
              assertThat(left.body().path("comments").size()).isZero();
              assertThat(left.body().path("likes").size()).isZero();
            });
  }

  /** What was written with an address, without any identity: erased by who reads its mail. */
  private static void eraseAMailbox(Servers api, Comments comments, String thread, GreenMail mail)
      throws Exception {
    Map<String, Object> draft =
        Map.of("text", TEXT + " By mail.", "author", Map.of("name", NAME, "email", MAIL));
    String posts = "/api/threads/" + thread + "/comments";
    assertThat(api.send("POST", posts, Map.of(), draft).status()).isEqualTo(202);
    await().atMost(SOON).until(() -> page(comments, thread).contains("By mail."));
    assertThat(sendForm(api, "/your-data", "email=" + MAIL).status()).isEqualTo(202);
    await().atMost(SOON).until(() -> mail.getReceivedMessages().length == 1);
    MimeMultipart letter = (MimeMultipart) mail.getReceivedMessages()[0].getContent();
    Matcher link =
        Pattern.compile("/your-data/mailbox\\?token=\\S+")
            .matcher((String) letter.getBodyPart(0).getContent());
    assertThat(link.find()).isTrue();
    assertThat(sendForm(api, link.group(), "what=erase&sure=yes").status()).isEqualTo(202);
  }

  private static Answer sendForm(Servers api, String path, String form) throws IOException {
    return api.send(
        HttpRequest.newBuilder(api.next().resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  private static Map<String, Object> by(String text) {
    return Map.of("text", text, "author", Map.of("name", NAME));
  }

  private static String page(Comments comments, String thread) throws IOException {
    return comments.page(thread, 200, null).text();
  }

  private static String thread(Servers site) throws IOException {
    String path = "/reviews/the-salt-road";
    await().atMost(SOON).until(() -> site.get(path, Map.of()).status() == 200);
    Matcher found = THREAD.matcher(site.get(path, Map.of()).text());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  /** The files below a folder that hold these bytes. */
  private static List<Path> files(Path folder, String text) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).filter(file -> holds(file, text)).toList();
    } catch (IOException | UncheckedIOException e) {
      // Files come and go meanwhile: looked at again.
      return List.of(folder);
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      // One byte a character: bytes that are no text are compared as well.
      String bytes = new String(Files.readAllBytes(file), ISO_8859_1);
      return bytes.contains(new String(text.getBytes(UTF_8), ISO_8859_1));
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
