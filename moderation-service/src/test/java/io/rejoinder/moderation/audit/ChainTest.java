package io.rejoinder.moderation.audit;

import static io.rejoinder.moderation.audit.JudgedStates.approved;
import static io.rejoinder.moderation.audit.JudgedStates.undone;
import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.audit.AuditEntry;
import io.rejoinder.events.comment.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainTest {

  private final Chain chain = new Chain();

  private List<AuditEntry> written(List<AuditEntry> entries) {
    entries.forEach(chain::append);
    return entries;
  }

  @Test
  void everyHumanDecisionHasOneEntryAndScreeningHasNone() {
    written(chain.missing(approved("a")));
    written(chain.missing(approved("b")));
    assertThat(chain.length()).isEqualTo(2);
    assertThat(chain.missing(approved("a"))).isEmpty();
    assertThat(chain.brokenAt()).isEmpty();
  }

  @Test
  void stateThatWasCompactedAwayIsMadeUpFor() {
    List<AuditEntry> entries = written(chain.missing(undone("a")));
    assertThat(entries).extracting(AuditEntry::decision).containsExactly(2, 3);
    assertThat(entries.get(1).undoes()).isEqualTo(2);
    assertThat(entries.get(1).follows(entries.get(0))).isTrue();
  }

  @Test
  void entryThatWasChangedBreaksTheChain() {
    AuditEntry entry = chain.missing(approved("a")).get(0);
    chain.append(
        new AuditEntry(
            entry.number(),
            entry.previous(),
            entry.hash(),
            entry.comment(),
            entry.revision(),
            entry.decision(),
            Status.REJECTED,
            entry.by(),
            entry.reason(),
            entry.undoes(),
            entry.at()));
    assertThat(chain.brokenAt()).contains(1L);
  }

  @Test
  void entryThatIsMissingBreaksTheChain() {
    Chain whole = new Chain();
    chain.missing(approved("a")).forEach(whole::append);
    whole.missing(approved("b")).forEach(chain::append);
    assertThat(chain.brokenAt()).contains(2L);
  }
}
