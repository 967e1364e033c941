package io.rejoinder.moderation.audit;

import io.rejoinder.events.Event;
import io.rejoinder.events.Literal;
import io.rejoinder.events.Topics;
import io.rejoinder.events.audit.AuditEntry;
import io.rejoinder.moderation.scribe.Ledger;
import java.util.List;

/** The chain, as it is written on. */
final class AuditLedger implements Ledger {

  /** One of them stands in the JSON of every state with a human decision or a rejection. */
  private static final List<Literal> DECIDED =
      List.of(new Literal("\"moderator\""), new Literal("\"rejected\""));

  private final Audit audit;
  private final Chain chain = new Chain();

  AuditLedger(Audit audit) {
    this.audit = audit;
  }

  @Override
  public void take(Event event) {
    if (event instanceof AuditEntry entry) {
      chain.append(entry);
    }
  }

  @Override
  public boolean concerns(byte[] input) {
    return DECIDED.stream().anyMatch(literal -> literal.in(input));
  }

  @Override
  public List<AuditEntry> missing(Event input) {
    List<AuditEntry> missing = chain.missing(input);
    missing.forEach(chain::append);
    return missing;
  }

  @Override
  public List<String> inputs() {
    return List.of(
        Topics.COMMENTS_MODERATED,
        Topics.SETTINGS,
        Topics.ACCOUNTS,
        Topics.AUTHORS,
        Topics.SESSIONS,
        Topics.TOKENS);
  }

  @Override
  public void stands(int fresh) {
    audit.stands(chain, fresh);
  }

  @Override
  public long length() {
    return chain.length();
  }
}
