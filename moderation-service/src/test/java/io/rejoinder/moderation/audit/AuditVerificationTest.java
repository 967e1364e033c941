package io.rejoinder.moderation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.audit.AuditEntry;
import io.rejoinder.events.comment.By;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditVerificationTest {

  private static final Instant AT = Instant.parse("2026-11-22T11:00:00Z");

  @TempDir Path folder = Path.of("");
  private final List<AuditEntry> entries = new ArrayList<>();

  @BeforeEach
  void write() {
    Chain chain = new Chain();
    for (String id : List.of("a", "b", "c", "d")) {
      List<AuditEntry> fresh = chain.missing(JudgedStates.rejected(id));
      fresh.forEach(chain::append);
      entries.addAll(fresh);
    }
  }

  private CheckpointKey key() {
    return CheckpointKey.in(folder);
  }

  private Path file(List<AuditEntry> said, String end) throws IOException {
    StringBuilder text = new StringBuilder();
    said.forEach(entry -> text.append(ExportFormat.JSONL.line(entry)));
    return Files.writeString(Files.createTempFile(folder, "audit", ".jsonl"), text + end);
  }

  private String signed(int number) {
    return ExportFormat.JSONL.line(key().sign(entries.get(number - 1), AT));
  }

  private AuditVerification.Result verified(Path file, @Nullable Path earlier) throws IOException {
    Path pub = Files.writeString(folder.resolve("audit.pub"), key().publicKey() + "\n");
    AuditVerification.Result ofKey = new AuditVerification(pub).of(file, earlier);
    assertThat(new AuditVerification(folder.resolve("audit.key")).of(file, earlier))
        .isEqualTo(ofKey);
    return ofKey;
  }

  @Test
  void whatWasWrittenIsRight() throws IOException {
    assertThat(verified(file(entries, signed(4)), file(entries.subList(0, 2), signed(2))))
        .isEqualTo(new AuditVerification.Result(4, null));
  }

  @Test
  void partOfTheChainIsRightByItself() throws IOException {
    assertThat(verified(file(entries.subList(1, 3), signed(3)), null))
        .isEqualTo(new AuditVerification.Result(2, null));
  }

  @Test
  void changedEntryIsNamed() throws IOException {
    String text = Files.readString(file(entries, signed(4)));
    Path changed =
        Files.writeString(
            folder.resolve("changed"),
            text.replaceFirst("(\"number\":3.*)\"spam\"", "$1\"abuse\""));
    assertThat(verified(changed, null).entries()).isEqualTo(2);
    assertThat(verified(changed, null).fault()).contains("entry 3 is not what was written");
  }

  @Test
  void entryThatWasTakenOutIsNamed() throws IOException {
    entries.remove(1);
    assertThat(verified(file(entries, signed(3)), null).fault()).contains("entry 2 is not");
  }

  @Test
  void exchangedEntriesAreNamed() throws IOException {
    List<AuditEntry> exchanged =
        List.of(entries.get(0), entries.get(2), entries.get(1), entries.get(3));
    assertThat(verified(file(exchanged, signed(4)), null).fault()).contains("entry 2 is not");
  }

  @Test
  void cutTailIsNoticed() throws IOException {
    assertThat(verified(file(entries.subList(0, 3), ""), null).fault()).contains("no checkpoint");
    assertThat(verified(file(entries.subList(0, 3), signed(4)), null).fault())
        .contains("is of entry 4, the file ends with entry 3");
    Path earlier = file(entries, signed(4));
    assertThat(verified(file(entries.subList(0, 3), signed(3)), earlier).fault())
        .contains("before the earlier export did");
  }

  @Test
  void chainThatWasWrittenAnewIsNoticedByAnEarlierExport() throws IOException {
    Path earlier = file(entries, signed(4));
    AuditEntry other = entries.get(3).behind(entries.get(1));
    AuditEntry last = entries.get(2).behind(other);
    List<AuditEntry> anew = List.of(entries.get(0), entries.get(1), other, last);
    String end = ExportFormat.JSONL.line(key().sign(last, AT));
    assertThat(verified(file(anew, end), earlier).fault())
        .isEqualTo("entry 4 is another than in the earlier export");
  }

  @Test
  void forgedCheckpointIsRefused() throws IOException {
    CheckpointKey forger = CheckpointKey.in(Files.createDirectory(folder.resolve("forger")));
    String forged = ExportFormat.JSONL.line(forger.sign(entries.get(3), AT));
    assertThat(verified(file(entries, forged), null).fault()).contains("forged");
  }

  @Test
  void keyIsTheOwnersAloneAndStaysTheSame() throws IOException {
    String first = key().publicKey();
    assertThat(key().publicKey()).isEqualTo(first);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("audit.key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void cellsThatASpreadsheetWouldRunAreMadeHarmless() {
    AuditEntry entry =
        AuditEntry.of(
            "account",
            By.moderator("+1", "@SUM(\"1\")"),
            "=cmd|' /C calc'!A0",
            Map.of("x", "-2"),
            AT);
    assertThat(ExportFormat.CSV.line(entry))
        .contains("\"'=cmd|", "\"'+1\"", "\"'@SUM(\"\"1\"\")\"")
        .endsWith("\r\n");
    assertThat(ExportFormat.CSV.head().split(","))
        .hasSameSizeAs(ExportFormat.CSV.line(entry).split("\",\""));
  }
}
