package io.rejoinder.moderation.learning;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.Secret;
import io.rejoinder.events.Topics;
import io.rejoinder.events.learning.Question;
import io.rejoinder.moderation.broker.Broker;
import io.rejoinder.moderation.model.Models;
import io.rejoinder.moderation.scribe.Scribe;
import java.time.Clock;
import java.util.Map;
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
  Priors priors(Models models) {
    return new Priors(
        Map.of(
            Question.SPAM, models.all().stream().map(ShippedPrior::spam).toList(),
            Question.TOXICITY, models.all().stream().map(ShippedPrior::toxicity).toList()));
  }

  @Bean
  Learning learning(Broker broker, Priors priors, Progress progress, MeterRegistry meters) {
    return new Learning(broker.clients(), priors, progress, meters);
  }

  @Bean
  Scribe examplesScribe(Broker broker, Priors priors, Secret secret, Progress progress) {
    Teacher teacher = new Teacher(priors, new Sources(secret));
    return new Scribe(
        Topics.EXAMPLES, GROUP, broker.clients(), () -> new ExampleLedger(teacher, progress));
  }

  @Bean
  LearningHealth learningHealthIndicator(Scribe examplesScribe, Progress progress) {
    return new LearningHealth(examplesScribe, progress);
  }
}
