package io.rejoinder.projection;

import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Up to where a store holds a topic: for each partition the next offset to read. Kept in the store
 * itself, so that they are lost together. Threadsafe.
 */
public interface Positions {

  /**
   * The positions of a projection, by partition; empty for one that never ran on this topic.
   *
   * @param projection the projection's name
   * @param topicId the topic's id: a topic that was deleted and made anew is another one
   */
  Mono<Map<Integer, Long>> of(String projection, String topicId);

  /** Writes positions, after what they cover is stored; complete once they are durable. */
  Mono<Void> save(String projection, String topicId, Map<Integer, Long> next);
}
