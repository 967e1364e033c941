package io.rejoinder.moderation.screening;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.moderation.learning.Corrections;
import io.rejoinder.moderation.model.ShippedModel;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the screens. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScreeningProperties.class)
class ScreeningConfiguration {

  @Bean
  ShippedModel shippedModel() {
    return ShippedModel.load();
  }

  @Bean
  Screening screening(
      ScreeningProperties settings,
      ShippedModel model,
      Corrections corrections,
      MeterRegistry meters) {
    Models models = new Models(model, corrections);
    return new Screening(settings, new WordsFile(settings.wordsFile()), models, meters);
  }
}
