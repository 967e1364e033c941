package io.rejoinder.review.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.review.ReviewState;
import io.rejoinder.projection.TopicStart;
import io.rejoinder.projection.WholeTopic;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** Two instances that write at once, on a real broker. */
class ReviewWritingIT {

  private static final EmbeddedKafkaKraftBroker BROKER = new EmbeddedKafkaKraftBroker(1, 1);

  @BeforeAll
  static void start() {
    BROKER.brokerProperties(
        Map.of(
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "offsets.topic.replication.factor", "1"));
    BROKER.afterPropertiesSet();
    try (Admin admin = Admin.create(kafka())) {
      Topics.createMissing(admin, (short) 1, Duration.ofSeconds(30));
    }
  }

  @AfterAll
  static void end() {
    BROKER.destroy();
  }

  private static Map<String, Object> kafka() {
    return Map.of("bootstrap.servers", BROKER.getBrokersAsString());
  }

  private static ReviewWriting instance() {
    return new ReviewWriting(
        new ReviewLog(kafka(), new EventCodec("/review-service")),
        Clock.systemUTC(),
        new SimpleMeterRegistry());
  }

  private static ReviewDraft draft(String id, String title, String html) {
    return new ReviewDraft(
        new ThreadId(id), title, title, null, "Mira", html, null, true, null, null);
  }

  private static Written get(CompletableFuture<Written> written) throws Exception {
    return written.get(90, TimeUnit.SECONDS);
  }

  @Test
  void instancesThatWriteAtOnceNeverForkAReview() throws Exception {
    try (ReviewWriting one = instance();
        ReviewWriting two = instance()) {
      Written created = get(one.publish(draft("aaaaaaaa01", "Same title", "<p>0</p>")));
      List<CompletableFuture<Written>> all = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        ReviewWriting writer = i % 2 == 0 ? one : two;
        all.add(writer.publish(draft("aaaaaaaa01", "Same title", "<p>" + i + " again</p>")));
        all.add(writer.publish(draft("bbbbbbbb%02d".formatted(i), "Same title", "<p>x</p>")));
      }
      List<Written> written = new ArrayList<>();
      for (CompletableFuture<Written> future : all) {
        written.add(get(future));
      }

      assertThat(created.version()).isEqualTo(1);
      assertThat(written.stream().map(Written::slug).distinct()).hasSize(21);
      List<Long> versions =
          log().stream()
              .filter(state -> state.id().value().equals("aaaaaaaa01"))
              .map(ReviewState::version)
              .toList();
      assertThat(versions).isSorted().doesNotHaveDuplicates().hasSize(21);
    }
  }

  @Test
  void commentsAreClosedOnTheNewestState() throws Exception {
    try (ReviewWriting one = instance();
        ReviewWriting two = instance()) {
      get(one.publish(draft("cccccccc01", "Open", "<p>1</p>")));
      Written closed = get(two.openComments(new ThreadId("cccccccc01"), false));
      Written again = get(one.openComments(new ThreadId("cccccccc01"), false));

      assertThat(closed.version()).isEqualTo(2);
      assertThat(again.outcome()).isEqualTo(Written.Outcome.UNCHANGED);
      assertThatThrownBy(() -> get(one.openComments(new ThreadId("nobody"), true)))
          .hasCauseInstanceOf(UnknownReview.class);
    }
  }

  @Test
  void reviewThatFitsIntoNoRecordIsRefusedAlone() throws Exception {
    try (ReviewWriting writing = instance()) {
      CompletableFuture<Written> large =
          writing.publish(draft("dddddddd01", "Large", "<p>" + "x".repeat(300_000) + "</p>"));
      CompletableFuture<Written> small = writing.publish(draft("dddddddd02", "Small", "<p>x</p>"));

      assertThatThrownBy(() -> get(large))
          .hasCauseInstanceOf(ReviewTooLarge.class)
          .hasMessageContaining("(expected: at most 262144)");
      assertThat(get(small).outcome()).isEqualTo(Written.Outcome.CREATED);
    }
  }

  private static List<ReviewState> log() throws Exception {
    List<ReviewState> states = Collections.synchronizedList(new ArrayList<>());
    try (WholeTopic topic =
        new WholeTopic(
            Topics.REVIEWS_PUBLISHED,
            kafka(),
            TopicStart.beginning(),
            received -> states.add((ReviewState) received.event()),
            new SimpleMeterRegistry())) {
      topic.start();
      topic.caughtUp().get(30, TimeUnit.SECONDS);
    }
    return states.stream().collect(Collectors.toList());
  }
}
