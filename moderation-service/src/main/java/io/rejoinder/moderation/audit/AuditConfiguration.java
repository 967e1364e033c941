package io.rejoinder.moderation.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.moderation.broker.Broker;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

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

  @Bean
  RouterFunction<ServerResponse> auditRoutes(
      Broker broker, @Value("${rejoinder.data}") Path data, Clock clock) {
    return new AuditRoutes(new AuditLog(broker.clients()), CheckpointKey.in(data), clock).routes();
  }
}
