package io.rejoinder.moderation.account;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.account.AccountState;
import io.rejoinder.projection.KnownStates;
import io.rejoinder.projection.StateTopic;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.kafka.core.KafkaOperations;

/**
 * All accounts, in memory, from their topic. Threadsafe.
 *
 * <p>An account is written by whoever is signed in with it, which is one person, and seldom by an
 * administrator; the first administrator's by the instance that finds none, and two that do so at
 * once write the same name and password. So there is no owner: the higher version counts, and of
 * two that are equal the one that stands last in the topic, which is what compaction leaves.
 */
final class Accounts extends KnownStates<AccountState> {

  private static final EventCodec CODEC = new EventCodec("/moderation-service");

  Accounts(
      Map<String, Object> kafka, KafkaOperations<byte[], byte[]> producer, MeterRegistry meters) {
    super(
        new StateTopic<>(
            new StateTopic.Of<>(Topics.ACCOUNTS, AccountState.class, AccountState::version),
            kafka,
            producer,
            CODEC,
            meters));
  }

  Optional<AccountState> withId(String id) {
    return states().of(id);
  }

  /** The active account of this name, in whatever case. */
  Optional<AccountState> named(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return states().all().stream()
        .filter(AccountState::active)
        .filter(account -> account.name().toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst();
  }

  /** Every account there is, also those that may not sign in, by name. */
  List<AccountState> all() {
    return states().all().stream()
        .sorted(Comparator.comparing(account -> account.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  boolean isEmpty() {
    return states().all().isEmpty();
  }

  /** Complete once every account that there was at the start is known. */
  CompletableFuture<Void> read() {
    return states().read();
  }
}
