package io.rejoinder.moderation.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.moderation.broker.Broker;
import io.rejoinder.moderation.policy.Fallback;
import io.rejoinder.moderation.quality.Sampling;
import io.rejoinder.moderation.screening.Screening;
import io.rejoinder.moderation.screening.ScreeningProperties;
import io.rejoinder.moderation.settings.SettingsInForce;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the owner's loop. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeProperties.class)
class IntakeConfiguration {

  @Bean
  Traffic traffic(
      Broker broker,
      Screening screening,
      ScreeningProperties settings,
      Clock clock,
      MeterRegistry meters) {
    return new Traffic(broker.clients(), screening, settings.history(), clock, meters);
  }

  @Bean
  Judgements judgements(
      Broker broker,
      Screening screening,
      ScreeningProperties settings,
      Clock clock,
      MeterRegistry meters) {
    return new Judgements(broker.clients(), screening, settings.authors().window(), clock, meters);
  }

  @Bean
  IntakeMeters intakeMeters(MeterRegistry meters, Clock clock) {
    return new IntakeMeters(meters, clock);
  }

  @Bean
  KafkaClients ownerClients(Broker broker, IntakeProperties settings) {
    return new KafkaClients(broker.clients(), broker.instance(), settings);
  }

  @Bean
  ImportThrottle importThrottle(IntakeProperties settings) {
    return new ImportThrottle(settings.importsWaitAbove());
  }

  @Bean
  LiveLoad liveLoad(IntakeMeters meters, ImportThrottle throttle) {
    return new LiveLoad() {
      @Override
      public long waiting() {
        return throttle.live();
      }

      @Override
      public long busyNanos() {
        return meters.busy().nanos();
      }
    };
  }

  @Bean
  BatchJudge judge(
      Screening screening, SettingsInForce settings, Fallback fallback, Sampling sampling) {
    return new BatchJudge(screening, settings, fallback, sampling);
  }

  @Bean
  Owner owner(
      KafkaClients clients,
      BatchJudge judge,
      ImportThrottle throttle,
      IntakeMeters meters,
      Traffic traffic) {
    Owner owner = new Owner(clients, judge, throttle, meters, traffic);
    meters.watch(owner, throttle);
    return owner;
  }

  @Bean
  OwnerHealth ownerHealthIndicator(Owner owner) {
    return new OwnerHealth(owner);
  }
}
