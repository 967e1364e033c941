package io.rejoinder.bench.learning;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rejoinder.bench.measure.Await;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.learning.TrainingExample;
import io.rejoinder.projection.Received;
import io.rejoinder.projection.TopicStart;
import io.rejoinder.projection.WholeTopic;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** What the platform writes of every comment and of what it was taught, as it comes. Threadsafe. */
final class EventLog implements AutoCloseable {

  private static final Duration WITHIN = Duration.ofMinutes(3);

  private final Map<String, Screened> screened = new ConcurrentHashMap<>();
  private final Map<String, Long> examples = new ConcurrentHashMap<>();
  private final List<WholeTopic> topics;

  private EventLog(Map<String, Object> kafka) {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    topics =
        List.of(
            new WholeTopic(
                Topics.COMMENTS_MODERATED, kafka, TopicStart.beginning(), this::comment, meters),
            new WholeTopic(Topics.EXAMPLES, kafka, TopicStart.beginning(), this::example, meters));
  }

  /** Follows the log of a platform with this data folder. */
  static EventLog of(Path data) throws IOException {
    Properties stored = new Properties();
    try (Reader file = Files.newBufferedReader(data.resolve("kafka-rejoinder.properties"))) {
      stored.load(file);
    }
    Map<String, Object> kafka = new HashMap<>();
    stored.stringPropertyNames().forEach(name -> kafka.put(name, stored.getProperty(name)));
    EventLog log = new EventLog(kafka);
    log.topics.forEach(WholeTopic::start);
    return log;
  }

  private void comment(Received received) {
    if (received.event() instanceof CommentState state && state.version() == 1) {
      Screened.of(state, System.nanoTime())
          .ifPresent(one -> screened.putIfAbsent(state.id().value(), one));
    }
  }

  private void example(Received received) {
    if (received.event() instanceof TrainingExample example) {
      examples.put(example.comment().value(), example.number());
    }
  }

  /** What the screens said of these comments, once all were screened. */
  List<Screened> of(List<String> ids) throws IOException {
    Await.until("the verdict on every comment", WITHIN, () -> screened.keySet().containsAll(ids));
    return ids.stream().map(screened::get).toList();
  }

  /** The number of each of these comments' examples, once all are there. */
  Map<String, Long> examples(Collection<String> ids) throws IOException {
    Await.until("an example of every decision", WITHIN, () -> examples.keySet().containsAll(ids));
    return Map.copyOf(examples);
  }

  @Override
  public void close() {
    topics.forEach(WholeTopic::close);
  }
}
