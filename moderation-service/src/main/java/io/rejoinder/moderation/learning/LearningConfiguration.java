package io.rejoinder.moderation.learning;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.Secret;
import io.rejoinder.events.Topics;
import io.rejoinder.moderation.broker.Broker;
import io.rejoinder.moderation.model.ShippedModel;
import io.rejoinder.moderation.scribe.Scribe;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires learning. */
@Configuration(proxyBeanMethods = false)
class LearningConfiguration {

  private static final String GROUP = "moderation-service.examples";

  @Bean
  Progress learningProgress(Clock clock, MeterRegistry meters) {
    return new Progress(clock, meters);
  }

  @Bean
  Learning learning(Broker broker, ShippedModel model, Progress progress, MeterRegistry meters) {
    return new Learning(broker.clients(), ShippedPrior.of(model), progress, meters);
  }

  @Bean
  Scribe examplesScribe(Broker broker, ShippedModel model, Secret secret, Progress progress) {
    Teacher teacher = new Teacher(ShippedPrior.of(model), new Sources(secret));
    return new Scribe(
        Topics.EXAMPLES, GROUP, broker.clients(), () -> new ExampleLedger(teacher, progress));
  }

  @Bean
  LearningHealth learningHealthIndicator(Scribe examplesScribe, Progress progress) {
    return new LearningHealth(examplesScribe, progress);
  }
}
