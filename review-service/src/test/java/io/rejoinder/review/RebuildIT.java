package io.rejoinder.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.projection.MongoEngine;
import io.rejoinder.review.review.ReviewDraft;
import io.rejoinder.review.review.ReviewWriting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The documented rebuild: {@code rejoinder.rebuild=true}. */
class RebuildIT {

  private static final int REVIEWS = 30;

  @TempDir static Path data = Path.of("");

  private static ConfigurableApplicationContext start(
      EmbeddedKafkaKraftBroker broker, MongoEngine store, boolean rebuild) {
    return ReviewServiceApplication.builder()
        .run(
            "--spring.kafka.bootstrap-servers=" + broker.getBrokersAsString(),
            "--spring.mongodb.uri=" + store.uri(),
            "--rejoinder.data=" + data,
            "--rejoinder.rebuild=" + rebuild,
            "--server.port=0",
            "--management.server.port=0");
  }

  private static List<Document> documents(ConfigurableApplicationContext service) {
    return Objects.requireNonNull(
        Flux.from(
                service
                    .getBean(MongoDatabase.class)
                    .getCollection("reviews")
                    .find()
                    .sort(new Document("_id", 1)))
            .collectList()
            .block(Duration.ofSeconds(10)));
  }

  private static void write(ConfigurableApplicationContext service) throws Exception {
    ReviewWriting writing = service.getBean(ReviewWriting.class);
    for (int i = 0; i < REVIEWS; i++) {
      ReviewDraft draft =
          new ReviewDraft(
              new ThreadId("review-%02d".formatted(i)),
              "Title",
              "Title",
              null,
              "Mira",
              "<p>" + i + "</p>",
              null,
              true,
              null,
              Instant.EPOCH.plusSeconds(i));
      writing.publish(draft).get(30, TimeUnit.SECONDS);
    }
    writing.openComments(new ThreadId("review-07"), false).get(30, TimeUnit.SECONDS);
  }

  @Test
  void droppedStoreComesOutTheSame() throws Exception {
    EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
    broker.brokerProperties(
        Map.of(
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "offsets.topic.replication.factor", "1"));
    broker.afterPropertiesSet();
    try (MongoEngine store = MongoEngine.embedded()) {
      List<Document> before;
      try (ConfigurableApplicationContext service = start(broker, store, false)) {
        write(service);
        before =
            Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> documents(service), found -> complete(found));
        Mono.from(
                service
                    .getBean(MongoDatabase.class)
                    .getCollection("reviews")
                    .deleteOne(new Document("_id", "review-03")))
            .block(Duration.ofSeconds(10));
      }
      try (ConfigurableApplicationContext service = start(broker, store, true)) {
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .untilAsserted(() -> assertThat(documents(service)).isEqualTo(before));
      }
    } finally {
      broker.destroy();
    }
  }

  private static boolean complete(List<Document> found) {
    return found.size() == REVIEWS
        && found.stream().anyMatch(review -> !review.getBoolean("commentsOpen", true));
  }
}
