package io.rejoinder.review.account;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.Topics;
import io.rejoinder.events.account.AccountState;
import io.rejoinder.projection.Received;
import io.rejoinder.projection.TopicStart;
import io.rejoinder.projection.WholeTopic;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The accounts of the staff, as their topic holds them: whole, in memory. Threadsafe. */
public final class Accounts implements AutoCloseable {

  private final Map<String, AccountState> byId = new ConcurrentHashMap<>();
  private final WholeTopic topic;

  Accounts(Map<String, Object> kafka, MeterRegistry meters) {
    this.topic = new WholeTopic(Topics.ACCOUNTS, kafka, TopicStart.beginning(), this::take, meters);
  }

  void start() {
    topic.start();
  }

  private void take(Received received) {
    if (received.event() instanceof AccountState state) {
      byId.merge(state.id(), state, (a, b) -> b.version() >= a.version() ? b : a);
    }
  }

  /** Whether all that the topic held at the start was read. */
  public boolean ready() {
    return topic.caughtUp().isDone();
  }

  /** The active account that signs in with this name; case does not matter. */
  Optional<AccountState> byName(String name) {
    String wanted = key(name);
    // A handful of accounts: a look through all is cheaper than keeping a second map right.
    return byId.values().stream()
        .filter(account -> account.active() && key(account.name()).equals(wanted))
        .findFirst();
  }

  /** Whether this account may write reviews and import, as of now. */
  public boolean isAdministrator(StaffMember member) {
    AccountState now = byId.get(member.id());
    return now != null
        && now.active()
        && now.role() == AccountState.Role.ADMINISTRATOR
        // A changed password ends the sessions that were opened with the old one.
        && now.passwordHash().hashCode() == member.credential();
  }

  static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    topic.close();
  }
}
