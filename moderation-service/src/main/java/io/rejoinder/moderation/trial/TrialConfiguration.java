package io.rejoinder.moderation.trial;

import io.rejoinder.moderation.broker.Broker;
import io.rejoinder.moderation.intake.LiveLoad;
import io.rejoinder.moderation.model.Models;
import io.rejoinder.moderation.policy.Judging;
import io.rejoinder.moderation.policy.Policy;
import io.rejoinder.moderation.screening.Screening;
import io.rejoinder.moderation.settings.OperatingPoints;
import io.rejoinder.moderation.settings.SettingsLog;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Wires trials, and the check of rules. */
@Configuration(proxyBeanMethods = false)
class TrialConfiguration {

  @Bean
  Rejudge rejudge(Screening screening, Models models) {
    return new PolicyRejudge(screening, new Judging(new Policy(Screening::failed)), models);
  }

  @Bean
  Trials trials() {
    return new Trials();
  }

  @Bean
  TrialRoutes.Making trialMaking(
      Broker broker, Rejudge rejudge, OperatingPoints points, LiveLoad live) {
    return new TrialRoutes.Making(() -> new StateLog(broker.clients()), rejudge, points, live);
  }

  @Bean
  RouterFunction<ServerResponse> trialRoutes(
      Trials trials, SettingsLog settings, TrialRoutes.Making making, Clock clock) {
    return new TrialRoutes(trials, settings, making, clock).routes();
  }

  @Bean
  RouterFunction<ServerResponse> ruleRoutes(TrialRoutes.Making making, SettingsLog settings) {
    return new RuleRoutes(making.log(), making.rejudge(), settings).routes();
  }
}
