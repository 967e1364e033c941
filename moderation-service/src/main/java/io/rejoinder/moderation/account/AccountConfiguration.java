package io.rejoinder.moderation.account;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.Sealer;
import io.rejoinder.events.Secret;
import io.rejoinder.events.account.AccountState;
import io.rejoinder.moderation.account.AccountProperties.Place;
import io.rejoinder.moderation.broker.Broker;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Wires accounts and sessions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccountProperties.class, OidcProperties.class})
class AccountConfiguration {

  @Bean
  Place place(
      @Value("${rejoinder.data}") Path data, @Value("${rejoinder.console.address}") URI console) {
    return new Place(data, console);
  }

  @Bean
  Secret secret(Place place, @Value("${REJOINDER_SECRET:}") String given) {
    return given.isBlank() ? Secret.in(place.data()) : Secret.of(given);
  }

  @Bean
  Accounts accounts(Broker broker, KafkaOperations<byte[], byte[]> producer, MeterRegistry meters) {
    return new Accounts(broker.clients(), producer, meters);
  }

  @Bean
  Moderators moderators(Accounts accounts) {
    return () ->
        accounts.all().stream()
            .filter(AccountState::active)
            .map(AccountState::id)
            .collect(Collectors.toUnmodifiableSet());
  }

  @Bean
  Passwords passwords() {
    return new Passwords();
  }

  @Bean
  FirstAdministrator firstAdministrator(
      Accounts accounts, Passwords passwords, Secret secret, Place place, Clock clock) {
    return new FirstAdministrator(accounts, passwords, secret, place, clock);
  }

  @Bean
  SessionLedger sessionLedger(
      Broker broker, KafkaOperations<byte[], byte[]> producer, MeterRegistry meters) {
    return new SessionLedger(broker.clients(), producer, meters);
  }

  @Bean
  Sessions sessions(
      Secret secret, Place place, AccountProperties settings, Clock clock, SessionLedger ledger) {
    return new Sessions(secret, place, settings, clock, ledger::isEnded);
  }

  @Bean
  SessionKeeper sessionKeeper(
      Sessions sessions, SessionLedger ledger, Accounts accounts, Clock clock) {
    return new SessionKeeper(sessions, ledger, accounts, clock);
  }

  @Bean
  SecondFactors secondFactors(Secret secret, Clock clock) {
    return new SecondFactors(secret, clock);
  }

  @Bean
  SessionContext sessionContext(Sessions sessions, Accounts accounts, SessionLedger ledger) {
    return new SessionContext(sessions, accounts, ledger::isVouched);
  }

  @Bean
  SessionTokens sessionTokens(Sessions sessions) {
    return new SessionTokens(sessions);
  }

  @Bean
  SignedInGuard signedInGuard(SessionContext context, Bearers bearers) {
    return new SignedInGuard(context, bearers);
  }

  @Bean
  BearerGate bearerGate(
      Bearers bearers, AccountProperties settings, Clock clock, MeterRegistry meters) {
    return new BearerGate(bearers, new LockOut(settings, clock), meters);
  }

  @Bean
  SignIn signIn(
      Accounts accounts,
      Passwords passwords,
      SecondFactors factors,
      AccountProperties settings,
      Clock clock,
      MeterRegistry meters) {
    return new SignIn(accounts, passwords, factors, new LockOut(settings, clock), clock, meters);
  }

  @Bean
  RouterFunction<ServerResponse> sessionRoutes(
      Sessions sessions,
      SessionTokens tokens,
      SessionContext context,
      SignIn signIn,
      SessionKeeper keeper,
      OidcProperties oidc) {
    String provider = oidc.issuer() == null ? "" : oidc.shown();
    return new SessionRoutes(sessions, tokens, context, signIn, keeper, provider).routes();
  }

  @Bean
  @ConditionalOnProperty("rejoinder.account.oidc.issuer")
  RouterFunction<ServerResponse> oidcRoutes(
      OidcProperties oidc,
      Accounts accounts,
      SessionKeeper keeper,
      Secret secret,
      Place place,
      Clock clock,
      MeterRegistry meters) {
    OidcProvider provider = new OidcProvider(oidc, place.console());
    return new OidcRoutes(provider, accounts, keeper, new Sealer(secret), place, clock, meters)
        .routes();
  }

  @Bean
  RouterFunction<ServerResponse> sessionListRoutes(SessionKeeper keeper) {
    return new SessionListRoutes(keeper).routes();
  }

  @Bean
  RouterFunction<ServerResponse> secondFactorRoutes(
      SessionContext context,
      SignIn signIn,
      SecondFactors factors,
      Accounts accounts,
      SessionKeeper keeper,
      Clock clock) {
    return new SecondFactorRoutes(context, signIn, factors, accounts, keeper, clock).routes();
  }

  @Bean
  RouterFunction<ServerResponse> accountRoutes(
      Accounts accounts, Passwords passwords, Clock clock) {
    return new AccountRoutes(new Staff(accounts, passwords, clock)).routes();
  }
}
