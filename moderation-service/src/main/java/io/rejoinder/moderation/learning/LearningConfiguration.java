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
import org.springframework.kafka.core.KafkaOperations;

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
  Teacher teacher(Priors priors, Secret secret) {
    return new Teacher(priors, new Sources(secret));
  }

  @Bean
  Lecture lecture(Teacher teacher, KafkaOperations<byte[], byte[]> producer, Clock clock) {
    return new Lecture(teacher, producer, clock);
  }

  @Bean
  Scribe examplesScribe(Broker broker, Teacher teacher, Progress progress) {
    return new Scribe(
        Topics.EXAMPLES, GROUP, broker.clients(), () -> new ExampleLedger(teacher, progress));
  }

  @Bean
  LearningHealth learningHealthIndicator(Scribe examplesScribe, Progress progress) {
    return new LearningHealth(examplesScribe, progress);
  }
}
