package io.rejoinder.projection;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;

/**
 * The ids that the broker gave to topics. A topic that is deleted and made anew gets another id, so
 * positions in it are named by the id. Threadsafe; asks the broker once for each topic.
 */
public final class TopicIds {

  private final Map<String, Object> adminConfig;
  private final Duration bound;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  /**
   * Ids from the broker that this configuration reaches.
   *
   * @param adminConfig configuration of an admin client
   * @param bound how long the broker may take to answer
   */
  public TopicIds(Map<String, Object> adminConfig, Duration bound) {
    this.adminConfig = Map.copyOf(adminConfig);
    this.bound = bound;
  }

  /**
   * The id of a topic, as Kafka prints it (22 characters). Blocks on the first call.
   *
   * @throws IllegalStateException if the broker does not answer within the bound or has no such
   *     topic
   */
  public String idOf(String topic) {
    return known.computeIfAbsent(topic, this::ask);
  }

  private String ask(String topic) {
    try (Admin admin = Admin.create(adminConfig)) {
      TopicDescription description =
          admin
              .describeTopics(List.of(topic))
              .allTopicNames()
              .get(bound.toMillis(), TimeUnit.MILLISECONDS)
              .get(topic);
      if (description == null) {
        throw new IllegalStateException("topic " + topic + ": not described");
      }
      return description.topicId().toString();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("topic " + topic + ": not described within " + bound, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while topic " + topic + " was described", e);
    }
  }
}
