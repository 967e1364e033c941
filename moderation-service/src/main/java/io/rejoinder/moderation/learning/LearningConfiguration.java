package io.rejoinder.moderation.learning;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.Secret;
import io.rejoinder.events.Topics;
import io.rejoinder.moderation.broker.Broker;
import io.rejoinder.moderation.scribe.Scribe;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires learning. Without shipped models there is nothing to correct, and nothing is written. */
@Configuration(proxyBeanMethods = false)
class LearningConfiguration {

  private static final String GROUP = "moderation-service.examples";

  @Bean
  Progress learningProgress(Clock clock, MeterRegistry meters) {
    return new Progress(clock, meters);
  }

  @Bean
  Learning learning(
      Broker broker, ObjectProvider<Priors> priors, Progress progress, MeterRegistry meters) {
    return new Learning(broker.clients(), shipped(priors), progress, meters);
  }

  @Bean
  Scribe examplesScribe(
      Broker broker, ObjectProvider<Priors> priors, Secret secret, Progress progress) {
    Teacher teacher = new Teacher(shipped(priors), new Sources(secret));
    return new Scribe(
        Topics.EXAMPLES, GROUP, broker.clients(), () -> new ExampleLedger(teacher, progress));
  }

  @Bean
  LearningHealth learningHealthIndicator(Scribe examplesScribe, Progress progress) {
    return new LearningHealth(examplesScribe, progress);
  }

  private static Priors shipped(ObjectProvider<Priors> priors) {
    return priors.getIfAvailable(() -> new Priors(Map.of()));
  }
}
