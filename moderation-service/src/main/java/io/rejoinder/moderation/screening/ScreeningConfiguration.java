package io.rejoinder.moderation.screening;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the screens. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScreeningProperties.class)
class ScreeningConfiguration {

  @Bean
  Screening screening(ScreeningProperties settings, MeterRegistry meters) {
    return new Screening(settings, new WordsFile(settings.wordsFile()), meters);
  }
}
