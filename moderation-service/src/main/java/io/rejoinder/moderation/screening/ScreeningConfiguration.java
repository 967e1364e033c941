package io.rejoinder.moderation.screening;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.moderation.learning.Correction;
import io.rejoinder.moderation.learning.Learning;
import io.rejoinder.moderation.learning.ModelId;
import io.rejoinder.moderation.model.Models;
import io.rejoinder.moderation.model.ShippedModel;
import java.util.Optional;
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
  Models models(ShippedModel shipped, ScreeningProperties settings) {
    return Models.of(shipped, settings.models());
  }

  @Bean
  Screening screening(
      ScreeningProperties settings,
      Models models,
      Learning learning,
      Standings standings,
      MeterRegistry meters) {
    Consulted consulted =
        new Consulted(
            new WordsFile(settings.wordsFile()),
            ShippedWords.suspect(),
            models,
            corrections(learning),
            standings);
    return new Screening(settings, consulted, meters);
  }

  private static Corrections corrections(Learning learning) {
    return new Corrections() {
      @Override
      public Optional<Correction> current(ModelId model) {
        return learning.correction(model);
      }

      @Override
      public Optional<Correction> at(ModelId model, long number) {
        return learning.at(model, number);
      }

      @Override
      public Optional<Correction> asOf(ModelId model, long number) {
        return learning.asOf(model, number);
      }
    };
  }
}
