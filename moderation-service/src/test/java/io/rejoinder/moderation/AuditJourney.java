package io.rejoinder.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rejoinder.events.comment.CommentId;
import io.rejoinder.moderation.audit.AuditVerification;
import io.rejoinder.moderation.testing.Console;
import io.rejoinder.moderation.testing.TestBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** What the audit says of a journey, over HTTP. */
final class AuditJourney {

  private AuditJourney() {}

  /** Decision, settings and account stand in the chain, and its export is verified. */
  static void exported(Console console, CommentId decided, Path data) {
    await()
        .atMost(TestBroker.BOUND)
        .untilAsserted(
            () ->
                assertThat(console.get("/api/audit?limit=500").response().body())
                    .contains(decided.value(), "\"settings\"", "\"account\""));
    JsonNode page = console.get("/api/audit?after=1&limit=1").body();
    assertThat(page.path("entries").get(0).path("number").asInt()).isEqualTo(2);
    assertThat(page.path("next").asInt()).isEqualTo(2);
    assertThat(console.get("/api/audit/export?format=csv").response().body())
        .startsWith("number,previous,hash,")
        .contains("\"# checkpoint\",");
    JsonNode checkpoint = console.get("/api/audit/checkpoint").body();
    long newest = checkpoint.path("number").asLong();
    assertThat(
            console
                .get("/api/audit?after=" + (newest - 1))
                .body()
                .path("entries")
                .get(0)
                .path("hash"))
        .isEqualTo(checkpoint.path("hash"));
    assertThat(checkpoint.path("signature").asString("")).isNotEmpty();
    assertThat(console.get("/api/audit/export?format=xml").status()).isEqualTo(422);
    assertThat(console.get("/api/audit/export?from=2&to=1").status()).isEqualTo(422);
    verified(console, data);
  }

  private static void verified(Console console, Path data) {
    String key = console.get("/api/audit/key").body().path("publicKey").asString("");
    String export = console.get("/api/audit/export").response().body();
    try {
      Path file = Files.writeString(data.resolve("audit.jsonl"), export);
      AuditVerification.Result result =
          new AuditVerification(Files.writeString(data.resolve("audit.pub"), key)).of(file, null);
      assertThat(result.fault()).isNull();
      assertThat(result.entries()).isGreaterThan(2);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
