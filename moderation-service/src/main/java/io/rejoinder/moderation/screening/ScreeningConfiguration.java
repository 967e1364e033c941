package io.rejoinder.moderation.screening;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.learning.Question;
import io.rejoinder.moderation.learning.Correction;
import io.rejoinder.moderation.learning.Learning;
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
  Screening screening(
      ScreeningProperties settings, ShippedModel model, Learning learning, MeterRegistry meters) {
    Consulted consulted =
        new Consulted(
            new WordsFile(settings.wordsFile()),
            ShippedWords.suspect(),
            model,
            corrections(learning));
    return new Screening(settings, consulted, meters);
  }

  private static Corrections corrections(Learning learning) {
    return new Corrections() {
      @Override
      public Optional<Correction> current(Question question) {
        return learning.correction(question);
      }

      @Override
      public Optional<Correction> at(Question question, long number) {
        return learning.at(question, number);
      }
    };
  }
}
