package io.rejoinder.review.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Sealer;
import io.rejoinder.events.Secret;
import io.rejoinder.review.importing.ImportReport.Ending;
import io.rejoinder.review.review.UnreachableBroker;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

class OutageIT {

  private static final Map<String, Object> NOWHERE = Map.of("bootstrap.servers", "127.0.0.1:9");

  @Test
  void brokerThatStaysAwayEndsTheImportWithAReport(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("export.xml");
    try (InputStream in =
        Objects.requireNonNull(getClass().getResourceAsStream("odd-export.xml"))) {
      Files.copy(in, file);
    }
    List<Progress> told = new ArrayList<>();
    var producers =
        new DefaultKafkaProducerFactory<>(
            NOWHERE, new ByteArraySerializer(), new ByteArraySerializer());
    try (var writing = UnreachableBroker.writing(NOWHERE)) {
      WordPressImport importer =
          new WordPressImport(
              new ImportProperties(Set.of("post"), 5_000, Duration.ofMillis(100), folder, "0"),
              new Drafts(new Sealer(Secret.in(folder)), Clock.systemUTC()),
              new Sending.Outgoing(
                  writing,
                  new KafkaTemplate<>(producers),
                  new EventCodec("/review-service"),
                  Duration.ofMillis(100)),
              new SentComments(NOWHERE),
              new SimpleMeterRegistry());

      ImportReport report = importer.run(file, told::add);

      assertThat(report.ending()).isEqualTo(Ending.INTERRUPTED);
      assertThat(report.reviews()).isZero();
      assertThat(report.itemsSkipped()).isEqualTo(9);
      assertThat(report.lines().get(0)).contains("importing the file again goes on from there");
      assertThat(told).extracting(Progress::phase).contains(Progress.Phase.IMPORTING);
    } finally {
      producers.destroy();
    }
  }
}
