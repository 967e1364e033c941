package io.rejoinder.moderation.quality;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.Secret;
import io.rejoinder.moderation.broker.Broker;
import io.rejoinder.moderation.settings.SettingsLog;
import io.rejoinder.moderation.settings.Volume;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Wires the sample and what is made of it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QualityProperties.class)
class QualityConfiguration {

  @Bean
  Sampling sampling(Secret secret, QualityProperties settings) {
    return new Sampling(secret, settings);
  }

  @Bean
  Quality quality(SettingsLog settings, Clock clock) {
    return new Quality(() -> settings.current().targets().rejectPrecision(), clock);
  }

  @Bean
  Volume volume(Quality quality) {
    return quality::perDay;
  }

  @Bean
  QualityFollower qualityFollower(
      Broker broker, Quality quality, QualityProperties settings, MeterRegistry meters) {
    return new QualityFollower(broker.clients(), quality, meters, settings.measureEvery());
  }

  @Bean
  QualityMeters qualityMeters(MeterRegistry meters, Quality quality) {
    return new QualityMeters(meters, quality);
  }

  @Bean
  QualityHealth qualityHealthIndicator(Quality quality) {
    return new QualityHealth(quality);
  }

  @Bean
  RouterFunction<ServerResponse> qualityRoutes(Quality quality) {
    return new QualityRoutes(quality).routes();
  }
}
