package io.rejoinder.moderation.audit;

import static io.rejoinder.moderation.audit.JudgedStates.approved;
import static io.rejoinder.moderation.audit.JudgedStates.rejected;
import static io.rejoinder.moderation.audit.JudgedStates.undone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.rejoinder.events.account.AccountState;
import io.rejoinder.events.audit.AuditEntry;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Status;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainTest {

  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  private final Chain chain = new Chain();

  private List<AuditEntry> written(List<AuditEntry> entries) {
    entries.forEach(chain::append);
    return entries;
  }

  @Test
  void everyHumanDecisionHasOneEntryAndAHoldByScreensHasNone() {
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
    chain.append(tampered(chain.missing(approved("a")).get(0)));
    assertThat(chain.brokenAt()).contains(1L);
  }

  @Test
  void entryThatIsMissingBreaksTheChain() {
    Chain whole = new Chain();
    chain.missing(approved("a")).forEach(whole::append);
    whole.missing(approved("b")).forEach(chain::append);
    assertThat(chain.brokenAt()).contains(2L);
  }

  @Test
  void automaticRejectionHasOneEntryWithWhatDecidedAndNoWords() {
    AuditEntry entry = written(chain.missing(rejected("a"))).get(0);
    assertThat(entry.by()).isEqualTo(By.SCREENING);
    assertThat(entry.outcome()).isEqualTo(Status.REJECTED);
    assertThat(entry.reason()).isEqualTo("spam");
    assertThat(entry.codes())
        .containsOnly(
            entry("policy", "9"), entry("found", "screening"), entry("written", "2026-11-22"));
    assertThat(chain.missing(rejected("a"))).isEmpty();
  }

  @Test
  void whatFirstFoundACommentIsSaidWhereAPersonDecided() {
    AuditEntry entry = chain.missing(approved("a")).get(0);
    assertThat(entry.codes()).containsEntry("found", "screening");
  }

  @Test
  void everyVersionOfAnAccountHasOneEntryWithoutItsPassword() {
    AccountState opened =
        new AccountState(
            "b-2", 1, "ben", AccountState.Role.MODERATOR, "$argon2id$secret", true, true, AT);
    By root = By.moderator("a-1", "root");
    written(chain.missing(opened.madeBy(root)));
    AuditEntry entry = chain.newest().orElseThrow();
    assertThat(chain.missing(opened.madeBy(root))).isEmpty();
    assertThat(entry.kind()).isEqualTo("account");
    assertThat(entry.subject()).isEqualTo("b-2");
    assertThat(entry.by()).isEqualTo(By.moderator("a-1", "root"));
    assertThat(entry.toString()).doesNotContain("secret", "ben");
  }

  @Test
  void entryOfAnOlderVersionIsFollowedByOneWithAKind() {
    AuditEntry old =
        new AuditEntry(
            1,
            "0".repeat(64),
            "0255c9c811c9b51b743d25b921c0fac98057c464715d0502ffa3530de85a6d6f",
            new CommentId("5b1f0c9d4e7a82633f9a1d2c6b8e4f70"),
            2,
            3,
            Status.APPROVED,
            By.moderator("a-7", "vivian"),
            null,
            null,
            Instant.parse("2026-11-22T10:20:00Z"),
            null,
            null,
            null);
    chain.append(old);
    written(chain.missing(approved("a")));
    assertThat(chain.length()).isEqualTo(2);
    assertThat(chain.brokenAt()).isEmpty();
  }

  static AuditEntry tampered(AuditEntry entry) {
    return new AuditEntry(
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
        entry.at(),
        entry.kind(),
        entry.subject(),
        entry.codes());
  }
}
