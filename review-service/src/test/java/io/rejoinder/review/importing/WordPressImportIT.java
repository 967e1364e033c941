package io.rejoinder.review.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rejoinder.events.Sealed;
import io.rejoinder.events.Sealer;
import io.rejoinder.events.Secret;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Import;
import io.rejoinder.events.comment.Status;
import io.rejoinder.projection.TopicStart;
import io.rejoinder.projection.WholeTopic;
import io.rejoinder.review.Parts;
import io.rejoinder.review.importing.ImportReport.Ending;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;

@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=review-service")
@AutoConfigureWebTestClient(timeout = "30s")
@org.springframework.context.annotation.Import(Parts.class)
class WordPressImportIT {

  @Autowired WordPressImport importer;
  @Autowired KafkaProperties kafka;
  @Autowired Secret secret;
  private Path file = Path.of("");

  @BeforeEach
  void copy(@TempDir Path folder) throws Exception {
    file = folder.resolve("export.xml");
    try (InputStream in =
        Objects.requireNonNull(getClass().getResourceAsStream("odd-export.xml"))) {
      Files.copy(in, file);
    }
  }

  private Map<String, Import> sent() throws Exception {
    List<Import> imports = Collections.synchronizedList(new ArrayList<>());
    try (WholeTopic topic =
        new WholeTopic(
            Topics.COMMENTS_IMPORTED,
            kafka.buildAdminProperties(),
            TopicStart.beginning(),
            received -> imports.add((Import) received.event()),
            new SimpleMeterRegistry())) {
      topic.start();
      topic.caughtUp().get(30, TimeUnit.SECONDS);
    }
    // toMap refuses two of one: nothing is sent twice.
    return imports.stream()
        .collect(
            Collectors.toMap(
                sent -> sent.origin().id(), sent -> sent, (a, b) -> fail(a), TreeMap::new));
  }

  private static Import fail(Import twice) {
    throw new AssertionError("sent twice: " + twice.origin());
  }

  @Test
  void exportBecomesReviewsAndCommentsOnce() throws Exception {
    importer.run(file, progress -> {});
    ImportReport again = importer.run(file, progress -> {});

    Map<String, Import> sent = sent();
    assertThat(sent.keySet())
        .filteredOn(origin -> origin.startsWith("films.example/7#"))
        .extracting(origin -> origin.replace("films.example/7#", ""))
        .containsExactly("1", "3", "4", "5", "6");
    Import first = Objects.requireNonNull(sent.get("films.example/7#1"));
    assertThat(first.comment()).isEqualTo(new CommentId(sha("films.example/7#1")));
    assertThat(first.author().name()).isEqualTo("Ann O'Neil");
    assertThat(first.text()).isEqualTo("See [this](https://x.example/a) 5 * 3 and \\*stars\\*");
    assertThat(first.writtenAt()).isEqualTo(Instant.parse("2019-05-02T06:00:00Z"));
    assertThat(open(first.author().email())).isEqualTo("ann@mail.example");
    assertThat(open(first.author().address())).isEqualTo("192.0.2.7");
    assertThat(status(sent, "1")).isEqualTo(Status.APPROVED);
    assertThat(status(sent, "3")).isEqualTo(Status.HELD);
    assertThat(status(sent, "4")).isEqualTo(Status.REJECTED);
    assertThat(Objects.requireNonNull(sent.get("films.example/7#4")).parent())
        .isEqualTo(first.comment());
    assertThat(Objects.requireNonNull(sent.get("films.example/7#4")).reason()).isEqualTo("spam");
    assertThat(again.ending()).isEqualTo(Ending.COMPLETE);
    assertThat(again.unchanged()).isEqualTo(2);
    assertThat(again.created() + again.updated() + again.commentsSent()).isZero();
    assertThat(again.commentsKnown()).isEqualTo(6);
  }

  private static Status status(Map<String, Import> sent, String number) {
    return Objects.requireNonNull(sent.get("films.example/7#" + number)).status();
  }

  private String open(@org.jspecify.annotations.Nullable Sealed sealed) {
    return new Sealer(secret).open(Objects.requireNonNull(sealed));
  }

  private static String sha(String text) throws Exception {
    byte[] digest =
        java.security.MessageDigest.getInstance("SHA-256")
            .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return java.util.HexFormat.of().formatHex(digest, 0, 16);
  }

  @Test
  void malformedEndOfAFileMeansThatNothingIsWritten() throws Exception {
    String whole = Files.readString(file).replace("films.example", "broken.example");
    Files.writeString(file, whole.substring(0, whole.lastIndexOf("</item>")));

    assertThatThrownBy(() -> importer.run(file, progress -> {}))
        .isInstanceOf(RefusedFile.class)
        .hasMessageContaining("line ");

    assertThat(sent().keySet()).noneMatch(origin -> origin.contains("broken"));
  }

  @Test
  void stoppedImportIsTakenUpAgain() throws Exception {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      many.append("<wp:comment><wp:comment_id>")
          .append(i)
          .append("</wp:comment_id>")
          .append("<wp:comment_content>text</wp:comment_content></wp:comment>\n");
    }
    Files.writeString(
        file,
        "<rss xmlns:wp='http://wordpress.org/export/1.2/'><channel><item><title>Many</title>"
            + "<link>https://many.example/a</link>"
            + many
            + "</item></channel></rss>");
    AtomicBoolean stop = new AtomicBoolean();
    ImportReport stopped =
        importer.run(file, progress -> stop.set(progress.comments() >= 1_000), stop::get);
    ImportReport rest = importer.run(file, progress -> {});

    assertThat(stopped.ending()).isEqualTo(Ending.STOPPED);
    assertThat(stopped.commentsSent()).isBetween(1_000, 2_999);
    assertThat(rest.ending()).isEqualTo(Ending.COMPLETE);
    assertThat(rest.commentsKnown()).isEqualTo(stopped.commentsSent());
    assertThat(rest.commentsKnown() + rest.commentsSent()).isEqualTo(3_000);
  }

  @Test
  void reviewTooLargeForARecordIsReportedWithItsComments() throws Exception {
    Files.writeString(
        file,
        "<rss xmlns:wp='http://wordpress.org/export/1.2/' "
            + "xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><item>"
            + "<title>Large</title><link>https://large.example/a</link><content:encoded>"
            + "word ".repeat(60_000)
            + "</content:encoded><wp:comment><wp:comment_id>1</wp:comment_id>"
            + "<wp:comment_content>text</wp:comment_content></wp:comment>"
            + "</item></channel></rss>");

    ImportReport report = importer.run(file, progress -> {});

    assertThat(report.reviews()).isZero();
    assertThat(report.commentsSent()).isZero();
    assertThat(report.commentsSkipped()).isEqualTo(1);
    assertThat(report.findings().get(0).why()).contains("(expected: at most 262144)");
  }
}
