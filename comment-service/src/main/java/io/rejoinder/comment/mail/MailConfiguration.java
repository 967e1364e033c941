package io.rejoinder.comment.mail;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.Secret;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the room. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

  @Bean
  Mailer mailer(MailProperties settings, MeterRegistry meters) {
    return new Mailer(settings.on() ? new Smtp(settings) : null, settings, meters);
  }

  @Bean
  LinkTokens linkTokens(Secret secret, Clock clock) {
    return new LinkTokens(secret, clock);
  }
}
