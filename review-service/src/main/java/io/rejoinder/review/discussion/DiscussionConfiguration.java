package io.rejoinder.review.discussion;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the room. */
@Configuration(proxyBeanMethods = false)
class DiscussionConfiguration {

  @Bean
  FirstComments firstComments(Discussion discussion, FirstCommentsProperties bounds, Clock clock) {
    return new FirstComments(discussion, bounds, clock);
  }
}
