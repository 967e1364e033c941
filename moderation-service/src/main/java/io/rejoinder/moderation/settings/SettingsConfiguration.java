package io.rejoinder.moderation.settings;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.moderation.broker.Broker;
import io.rejoinder.moderation.model.Models;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Wires the settings. */
@Configuration(proxyBeanMethods = false)
class SettingsConfiguration {

  @Bean
  ByModel operatingPoints(Models models) {
    return new ByModel(models);
  }

  @Bean
  RouterFunction<ServerResponse> outlookRoutes(SettingsLog log, ByModel points, Volume volume) {
    return new OutlookRoutes(log, points, volume).routes();
  }

  @Bean
  SettingsInForce settingsInForce(SettingsLog log) {
    return new SettingsInForce(log);
  }

  @Bean
  SettingsLog settingsLog(Broker broker, OperatingPoints points, MeterRegistry meters) {
    return new SettingsLog(broker.clients(), ShippedSettings.settings(points), meters);
  }

  @Bean
  RouterFunction<ServerResponse> settingsRoutes(
      Broker broker, SettingsLog log, OperatingPoints points, Clock clock) {
    SettingsWriter writer = new SettingsWriter(broker.clients(), log);
    return new SettingsRoutes(log, new Versions(log, writer, points, clock)).routes();
  }
}
