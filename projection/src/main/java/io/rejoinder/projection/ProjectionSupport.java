package io.rejoinder.projection;

/**
 * What the projections of one service share.
 *
 * @param positions the positions in the service's store
 * @param topicIds the broker's ids of topics
 * @param deadLetters where records go that cannot be read
 */
public record ProjectionSupport(Positions positions, TopicIds topicIds, DeadLetters deadLetters) {}
