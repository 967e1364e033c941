package io.rejoinder.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.rejoinder.review.importing.ImportReport;
import io.rejoinder.review.importing.RefusedFile;
import io.rejoinder.review.importing.WordPressImport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;

@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=review-service")
@AutoConfigureWebTestClient(timeout = "30s")
@Import(Parts.class)
class ImportJourneyIT {

  /** The export beside this repository; tests of our own are in {@code WordPressImportIT}. */
  private static final Path FIXTURE = Path.of("../../shared/fixtures/isso-wordpress.xml");

  @Autowired WordPressImport importer;
  @Autowired WebTestClient web;

  @Test
  void theSharedExportBecomesReviewsThatCanBeRead() throws RefusedFile {
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
    ImportReport again = importer.run(FIXTURE, progress -> {});
    assertThat(again.unchanged()).isEqualTo(2);
    assertThat(again.created() + again.updated() + again.commentsSent()).isZero();
    assertThat(again.commentsKnown()).isEqualTo(8);
  }
}
