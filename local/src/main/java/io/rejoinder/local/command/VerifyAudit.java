package io.rejoinder.local.command;

import io.rejoinder.local.refusal.Refusal;
import io.rejoinder.moderation.audit.AuditVerification;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Verifies an export of the audit instead of running anything. */
final class VerifyAudit {

  @Option(
      names = "--verify-audit",
      paramLabel = "FILE",
      required = true,
      description =
          "Say whether an export of the audit (JSON lines) is whole and unchanged, and end: 0 if it"
              + " is, 1 if not.")
  private Path export = Path.of("");

  @Option(
      names = "--audit-key",
      paramLabel = "FILE",
      description = "The public key of its checkpoints. Default: audit.key in the data folder")
  private @Nullable Path key;

  @Option(
      names = "--audit-before",
      paramLabel = "FILE",
      description = "An earlier export, which it must still agree with.")
  private @Nullable Path before;

  /** One line that says what was found; the exit code. */
  int run(Path data, PrintStream out) {
    try {
      Path with = key == null ? data.resolve("audit.key") : key;
      AuditVerification.Result result = new AuditVerification(with).of(export, before);
      out.println(result.entries() + " entries are right");
      if (result.fault() == null) {
        return 0;
      }
      out.println("error: " + result.fault());
      return 1;
    } catch (IOException e) {
      throw new Refusal("a file cannot be read: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new Refusal("the key file holds no Ed25519 public key");
    }
  }
}
