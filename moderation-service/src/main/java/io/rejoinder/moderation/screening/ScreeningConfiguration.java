package io.rejoinder.moderation.screening;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.settings.Lists;
import io.rejoinder.moderation.learning.Corrections;
import io.rejoinder.moderation.link.Reputation;
import io.rejoinder.moderation.model.ShippedModel;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the screens. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScreeningProperties.class)
class ScreeningConfiguration {

  /** What domains are known for; whoever hears of decisions tells it. */
  @Bean
  Reputation reputation() {
    return new Reputation();
  }

  @Bean
  ShippedModel shippedModel() {
    return ShippedModel.load();
  }

  @Bean
  Models models(ShippedModel model, Corrections corrections) {
    return new Models(model, corrections);
  }

  @Bean
  Screening screening(
      ScreeningProperties settings, Reputation reputation, Models models, MeterRegistry meters) {
    WordsFile words = new WordsFile(settings.wordsFile());
    Consulted consulted =
        new Consulted(words, ShippedWords.suspect(), () -> Lists.NONE, reputation);
    return new Screening(settings, consulted, models, meters);
  }
}
