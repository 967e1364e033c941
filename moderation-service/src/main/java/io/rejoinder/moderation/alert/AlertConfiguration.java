package io.rejoinder.moderation.alert;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.moderation.broker.Broker;
import io.rejoinder.moderation.index.Catalogue;
import io.rejoinder.moderation.index.View;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires alerts, where there is an address for them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlertProperties.class)
class AlertConfiguration {

  /** Sees what is hidden from nobody. */
  private static final String NOBODY = "";

  @Bean
  @ConditionalOnProperty("rejoinder.alerts.webhook")
  Alerts alerts(
      AlertProperties bounds,
      Catalogue catalogue,
      Broker broker,
      @Value("${rejoinder.console.address}") URI console,
      Clock clock,
      MeterRegistry meters) {
    Webhook webhook =
        new Webhook(
            Objects.requireNonNull(bounds.webhook()),
            Objects.requireNonNull(bounds.secret()),
            bounds.timeout());
    Alerts.Place place = new Alerts.Place(broker.clients(), console);
    return new Alerts(
        bounds,
        webhook,
        list -> catalogue.size(View.of(list, NOBODY)).count(),
        place,
        clock,
        meters);
  }
}
