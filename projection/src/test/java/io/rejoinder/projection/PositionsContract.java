package io.rejoinder.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Mono;

/** What every adapter of {@link Positions} must do, on every engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PositionsContract {

  private static final Duration BOUND = Duration.ofSeconds(20);

  private final MongoEngine engine;
  private final MongoClient client;
  private Positions positions;

  PositionsContract(MongoEngine engine) {
    this.engine = engine;
    this.client = MongoClients.create(engine.uri());
    this.positions = new MongoPositions(client.getDatabase("positions_contract"));
  }

  @BeforeEach
  void empty() {
    Mono.from(client.getDatabase("positions_contract").drop()).block(BOUND);
    positions = new MongoPositions(client.getDatabase("positions_contract"));
  }

  @AfterAll
  void end() {
    client.close();
    engine.close();
  }

  @Test
  void aProjectionThatNeverRanHasNoPositions() {
    assertThat(positions.of("comments", "topic-a").block(BOUND)).isEmpty();
  }

  @Test
  void whatWasSavedIsReadBack() {
    positions.save("comments", "topic-a", Map.of(0, 5L, 3, 7_000_000_000L)).block(BOUND);

    assertThat(positions.of("comments", "topic-a").block(BOUND))
        .isEqualTo(Map.of(0, 5L, 3, 7_000_000_000L));
  }

  @Test
  void savingOnePartitionLeavesTheOthers() {
    positions.save("comments", "topic-a", Map.of(0, 5L, 1, 6L)).block(BOUND);
    positions.save("comments", "topic-a", Map.of(1, 9L)).block(BOUND);

    assertThat(positions.of("comments", "topic-a").block(BOUND)).isEqualTo(Map.of(0, 5L, 1, 9L));
  }

  @Test
  void aTopicMadeAnewBeginsWithoutPositions() {
    positions.save("comments", "topic-a", Map.of(0, 5L)).block(BOUND);

    assertThat(positions.of("comments", "topic-b").block(BOUND)).isEmpty();
    assertThat(positions.of("queue", "topic-a").block(BOUND)).isEmpty();
  }

  @Test
  void savingNothingIsFine() {
    positions.save("comments", "topic-a", Map.of()).block(BOUND);

    assertThat(positions.of("comments", "topic-a").block(BOUND)).isEmpty();
  }
}
