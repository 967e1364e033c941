package io.rejoinder.review.account;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.Sealer;
import io.rejoinder.events.Secret;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** Wires the room of accounts. */
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  @Bean(initMethod = "start", destroyMethod = "close")
  @DependsOn("topicsCreated")
  Accounts accounts(KafkaProperties kafka, MeterRegistry meters) {
    return new Accounts(kafka.buildAdminProperties(), meters);
  }

  @Bean(destroyMethod = "close")
  SignIn signIn(
      Accounts accounts,
      @Value("${rejoinder.site.address}") URI site,
      Secret secret,
      Clock clock,
      MeterRegistry meters) {
    boolean loopback = site.getHost() != null && LOOPBACK.contains(site.getHost());
    return new SignIn(accounts, loopback, new Codes(new Sealer(secret), clock), clock, meters);
  }
}
