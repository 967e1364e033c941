package io.rejoinder.moderation.audit;

import io.rejoinder.events.Event;
import io.rejoinder.events.Literal;
import io.rejoinder.events.audit.AuditEntry;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.moderation.scribe.Ledger;
import java.util.List;

/** The chain, as it is written on. */
final class AuditLedger implements Ledger {

  /** Stands in the JSON of every state with a human decision. */
  private static final Literal DECIDED = new Literal("\"moderator\"");

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
    return DECIDED.in(input);
  }

  @Override
  public List<AuditEntry> missing(Event input) {
    if (!(input instanceof CommentState state)) {
      return List.of();
    }
    List<AuditEntry> missing = chain.missing(state);
    missing.forEach(chain::append);
    return missing;
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
