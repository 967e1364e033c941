package io.rejoinder.moderation.akismet;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.Secret;
import io.rejoinder.moderation.account.BearerGate;
import io.rejoinder.moderation.account.Bearers;
import io.rejoinder.moderation.learning.Lecture;
import io.rejoinder.moderation.policy.Fallback;
import io.rejoinder.moderation.screening.Screening;
import io.rejoinder.moderation.settings.SettingsInForce;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Wires the endpoint. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AkismetProperties.class)
class AkismetConfiguration {

  /** As many calls wait as are answered in a second. */
  private static final int WAITING = 256;

  /** Each call comes with its key, and with nothing that a browser adds by itself. */
  @Bean
  @Order(0)
  SecurityWebFilterChain akismetSecurity(ServerHttpSecurity http) {
    return http.securityMatcher(
            ServerWebExchangeMatchers.pathMatchers(HttpMethod.POST, "/1.1/*", "/*/1.1/*"))
        .authorizeExchange(exchange -> exchange.anyExchange().permitAll())
        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        .requestCache(RequestCacheSpec::disable)
        .csrf(CsrfSpec::disable)
        .build();
  }

  @Bean
  QuietObservations quietObservations() {
    return new QuietObservations();
  }

  /** One thread: screens look at one text at a time. */
  @Bean(destroyMethod = "dispose")
  Scheduler akismetScheduler() {
    return Schedulers.newBoundedElastic(1, WAITING, "akismet");
  }

  @Bean
  Site akismetSite(Secret secret) {
    return new Site(secret);
  }

  @Bean
  Checking akismetChecking(
      Screening screening, SettingsInForce settings, Fallback fallback, Site site, Clock clock) {
    return new Checking(screening, settings, fallback, site, clock);
  }

  @Bean
  Teaching akismetTeaching(Lecture lecture, Site site) {
    return new Teaching(lecture, site);
  }

  @Bean
  Keys akismetKeys(Bearers bearers, BearerGate gate, AkismetProperties bounds, Clock clock) {
    return new Keys(bearers, gate, new Rates(bounds.perMinute(), clock));
  }

  @Bean
  RouterFunction<ServerResponse> akismetRoutes(
      Keys keys,
      Checking checking,
      Teaching teaching,
      Scheduler akismetScheduler,
      MeterRegistry meters) {
    return new AkismetRoutes(keys, checking, teaching, akismetScheduler, meters).routes();
  }
}
