package io.rejoinder.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Import;
import io.rejoinder.projection.TopicStart;
import io.rejoinder.projection.WholeTopic;
import io.rejoinder.review.importing.ImportReport;
import io.rejoinder.review.importing.WordPressImport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient;

@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=review-service")
@AutoConfigureWebTestClient(timeout = "30s")
@org.springframework.context.annotation.Import(Parts.class)
class ImportJourneyIT {

  /** The export beside this repository; tests of our own are in {@code WordPressImportIT}. */
  private static final Path FIXTURE = Path.of("../../shared/fixtures/isso-wordpress.xml");

  @Autowired WordPressImport importer;
  @Autowired WebTestClient web;
  @Autowired KafkaProperties kafka;

  @Test
  void theSharedExportBecomesReviewsThatCanBeRead() throws Exception {
    assumeThat(Files.exists(FIXTURE)).as("%s is not there: not run", FIXTURE).isTrue();

    ImportReport report = importer.run(FIXTURE, progress -> {});

    assertThat(report.lines()).as("report").contains("import: complete");
    assertThat(report.reviews()).isEqualTo(2);
    assertThat(report.itemsSkipped()).isEqualTo(1);
    assertThat(report.commentsSent()).isEqualTo(8);
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                web.get()
                    .uri("/reviews/test")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .value(html -> assertThat(html).contains("Hello, World…", "rejoinder-thread")));
    assertCommentsKeptTheirParentsAndDates();
    ImportReport again = importer.run(FIXTURE, progress -> {});
    assertThat(again.unchanged()).isEqualTo(2);
    assertThat(again.created() + again.updated() + again.commentsSent()).isZero();
    assertThat(again.commentsKnown()).isEqualTo(8);
  }

  /** The export's numbers: 7 answers 6, and both 8 and 9 answer 7. */
  private void assertCommentsKeptTheirParentsAndDates() throws Exception {
    Map<CommentId, Import> sent = new ConcurrentHashMap<>();
    try (WholeTopic topic =
        new WholeTopic(
            Topics.COMMENTS_IMPORTED,
            kafka.buildAdminProperties(),
            TopicStart.beginning(),
            received -> {
              Import command = (Import) received.event();
              sent.put(command.comment(), command);
            },
            new SimpleMeterRegistry())) {
      topic.start();
      topic.caughtUp().get(30, TimeUnit.SECONDS);
    }
    assertThat(sent).hasSize(8);
    assertThat(sent.values())
        .filteredOn(command -> command.parent() != null)
        .extracting(command -> number(command) + " answers " + number(sent.get(command.parent())))
        .containsExactlyInAnyOrder("7 answers 6", "8 answers 7", "9 answers 7");
    assertThat(sent.values())
        .extracting(command -> command.writtenAt().toString())
        .contains("2014-01-14T17:32:12Z", "2014-04-29T15:21:52Z", "2022-06-07T15:21:56Z");
  }

  private static String number(@Nullable Import command) {
    String origin = Objects.requireNonNull(command).origin().id();
    return origin.substring(origin.indexOf('#') + 1);
  }
}
