package io.rejoinder.comment.following;

import io.rejoinder.projection.WholeTopic;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/** Reads who follows. Nobody is told anything before all of it was read. */
final class FollowersReader implements InitializingBean, DisposableBean {

  private final WholeTopic topic;

  FollowersReader(WholeTopic topic) {
    this.topic = topic;
  }

  boolean caughtUp() {
    return topic.caughtUp().isDone();
  }

  @Override
  public void afterPropertiesSet() {
    topic.start();
  }

  @Override
  public void destroy() {
    topic.close();
  }
}
