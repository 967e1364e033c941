package io.rejoinder.moderation.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.moderation.broker.Broker;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the audit. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

  @Bean
  Audit audit(Broker broker, MeterRegistry meters) {
    return new Audit(broker.clients(), meters);
  }

  @Bean
  AuditHealth auditHealthIndicator(Audit audit) {
    return new AuditHealth(audit);
  }
}
