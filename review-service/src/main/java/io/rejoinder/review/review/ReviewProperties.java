package io.rejoinder.review.review;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the log and the store.
 *
 * @param rebuild {@code rejoinder.rebuild}: drop the store before the start and fill it again from
 *     the log; default false
 * @param review {@code rejoinder.review.*}
 * @param topics {@code rejoinder.topics.*}
 */
@Validated
@ConfigurationProperties("rejoinder")
record ReviewProperties(
    @DefaultValue("false") boolean rebuild,
    @DefaultValue Review review,
    @DefaultValue TopicDefaults topics) {

  String database() {
    return review.database();
  }

  Duration storeTimeout() {
    return review.storeTimeout();
  }

  short replication() {
    return topics.replication();
  }

  /**
   * The store.
   *
   * @param database the database's name; default {@code rejoinder_reviews}
   * @param storeTimeout how long an operation waits for a reachable store; default 3 s
   */
  record Review(
      @DefaultValue("rejoinder_reviews") @NotBlank String database,
      @DefaultValue("3s") Duration storeTimeout) {}

  /**
   * How missing topics are created.
   *
   * @param replication replication factor; default 1
   */
  record TopicDefaults(@DefaultValue("1") short replication) {}
}
