package io.rejoinder.moderation.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.events.EventCodec;
import io.rejoinder.events.EventType;
import io.rejoinder.events.UnreadableEvent;
import io.rejoinder.events.audit.AuditEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Goes through exports of the audit as JSON lines, line by line, and says whether each entry is
 * what was written there, in its order, up to the signed checkpoint that ends the file. Used by one
 * thread.
 */
public final class AuditVerification {

  private final PublicKey key;
  private final List<Checkpoint> earlier = new ArrayList<>();
  private @Nullable AuditEntry newest;
  private @Nullable Checkpoint end;

  /**
   * A verification.
   *
   * @param keyFile the file {@code audit.key} of the data folder, or one whose last line is the
   *     public key of the checkpoints (X.509, Base64), from a place that can be trusted
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if it holds no key
   */
  public AuditVerification(Path keyFile) throws IOException {
    this.key = CheckpointKey.read(Files.readString(keyFile).strip().replaceFirst("(?s).*\n", ""));
  }

  /**
   * What was found.
   *
   * @param entries how many entries are right, from the first on
   * @param fault what is wrong with what follows, naming its number; null if nothing is
   */
  public record Result(long entries, @Nullable String fault) {}

  /**
   * Verifies a file.
   *
   * @param export what is verified
   * @param before an earlier export, whose checkpoint the file must still lead through; null for
   *     none
   * @throws IOException if a file cannot be read
   */
  public Result of(Path export, @Nullable Path before) throws IOException {
    if (before != null) {
      String fault = remember(before);
      if (fault != null) {
        return new Result(0, fault);
      }
    }
    long entries = 0;
    try (BufferedReader lines = Files.newBufferedReader(export, UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String fault = take(line);
        if (fault != null) {
          return new Result(entries, fault);
        }
        entries += end == null ? 1 : 0;
      }
    }
    return new Result(entries, missing());
  }

  private @Nullable String remember(Path before) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(before, UTF_8)) {
      String last = lines.lines().reduce("", (one, next) -> next);
      Optional<Checkpoint> checkpoint = checkpoint(last);
      if (checkpoint.isEmpty() || !checkpoint.get().isOf(key)) {
        return "the earlier export does not end with a checkpoint of this key";
      }
      earlier.add(checkpoint.get());
      return null;
    }
  }

  private @Nullable String take(String line) {
    if (end != null) {
      return "something follows the checkpoint of entry " + end.number();
    }
    Optional<Checkpoint> checkpoint = checkpoint(line);
    if (checkpoint.isPresent()) {
      end = checkpoint.get();
      return atEnd(end);
    }
    AuditEntry before = newest;
    long expected = before == null ? 1 : before.number() + 1;
    AuditEntry entry = entry(line).orElse(null);
    if (entry == null) {
      return "entry " + expected + " cannot be read";
    }
    boolean right =
        (before == null && entry.number() > 1) ? entry.hasItsHash() : entry.follows(before);
    if (!right) {
      return "entry %d is not what was written there (it says %d)"
          .formatted(before == null ? entry.number() : expected, entry.number());
    }
    newest = entry;
    return atKnown(entry);
  }

  private @Nullable String atKnown(AuditEntry entry) {
    boolean another =
        earlier.stream().anyMatch(one -> one.number() == entry.number() && !one.names(entry));
    return another ? "entry " + entry.number() + " is another than in the earlier export" : null;
  }

  private @Nullable String atEnd(Checkpoint checkpoint) {
    if (!checkpoint.isOf(key)) {
      return "the checkpoint of entry " + checkpoint.number() + " is forged, or of another key";
    }
    if (newest == null || !checkpoint.names(newest)) {
      return "the checkpoint is of entry %d, the file ends with entry %d"
          .formatted(checkpoint.number(), newest == null ? 0 : newest.number());
    }
    return null;
  }

  private @Nullable String missing() {
    if (end == null) {
      return "no checkpoint ends the file: its tail may be cut";
    }
    long number = end.number();
    return earlier.stream().anyMatch(one -> one.number() > number)
        ? "the file ends with entry " + number + ", before the earlier export did"
        : null;
  }

  private static Optional<Checkpoint> checkpoint(String line) {
    try {
      JsonNode json = EventCodec.json().readTree(line).path("checkpoint");
      return json.isObject()
          ? Optional.of(EventCodec.json().treeToValue(json, Checkpoint.class))
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Optional<AuditEntry> entry(String line) {
    try {
      return EventCodec.read(EventType.AUDIT_ENTRY.wireName(), line.getBytes(UTF_8))
          .map(AuditEntry.class::cast);
    } catch (UnreadableEvent e) {
      return Optional.empty();
    }
  }
}
