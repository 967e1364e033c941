package io.rejoinder.comment.challenge;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.Secret;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the room. */
@Configuration(proxyBeanMethods = false)
class ChallengeConfiguration {

  @Bean
  Challenges challenges(
      ChallengeProperties bounds,
      @Value("${rejoinder.comments.rate.enabled:true}") boolean limited,
      Secret secret,
      Clock clock,
      MeterRegistry meters) {
    Challenges challenges = new Challenges(bounds, limited, secret, clock);
    Gauge.builder("rejoinder.challenge.needed", challenges, it -> it.needed() ? 1 : 0)
        .description("1 while posts need proof of work")
        .register(meters);
    return challenges;
  }
}
