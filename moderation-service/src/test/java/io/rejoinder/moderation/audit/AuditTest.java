package io.rejoinder.moderation.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.audit.AuditEntry;
import io.rejoinder.moderation.testing.TestBroker;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import reactor.test.StepVerifier;

/** The audit on a real broker. */
class AuditTest {

  private final TestBroker broker = new TestBroker();
  private final List<Audit> started = new ArrayList<>();

  @AfterEach
  void stop() {
    started.forEach(Audit::stop);
    broker.close();
  }

  private Audit started() {
    Audit audit = new Audit(broker.clients(), new SimpleMeterRegistry());
    started.add(audit);
    audit.start();
    return audit;
  }

  private List<AuditEntry> entries() {
    return broker.committed(Topics.AUDITED).stream()
        .map(record -> EventCodec.read(record.headers(), record.value()).orElseThrow())
        .map(AuditEntry.class::cast)
        .toList();
  }

  private List<AuditEntry> awaitEntries(int count) {
    return await().atMost(TestBroker.BOUND).until(this::entries, all -> all.size() >= count);
  }

  @Test
  void decisionIsAuditedOnceWhateverStopsAndStarts() {
    Audit first = started();
    broker.send(Topics.COMMENTS_MODERATED, JudgedStates.held("a"), JudgedStates.approved("a"));
    awaitEntries(1);
    first.stop();
    Audit second = started();
    broker.send(Topics.COMMENTS_MODERATED, JudgedStates.approved("a"), JudgedStates.undone("a"));

    List<AuditEntry> entries = awaitEntries(2);
    assertThat(entries).extracting(AuditEntry::number).containsExactly(1L, 2L);
    assertThat(entries.get(0).follows(null)).isTrue();
    assertThat(entries.get(1).follows(entries.get(0))).isTrue();
    await().atMost(TestBroker.BOUND).until(() -> second.length() == 2);
    assertThat(new AuditHealth(second).health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void anotherInstanceGoesOnWhereTheFirstStopped() {
    Audit first = started();
    broker.send(Topics.COMMENTS_MODERATED, JudgedStates.approved("a"));
    awaitEntries(1);
    started();
    broker.send(Topics.COMMENTS_MODERATED, JudgedStates.approved("b"));
    awaitEntries(2);
    first.stop();
    broker.send(Topics.COMMENTS_MODERATED, JudgedStates.approved("c"));

    List<AuditEntry> entries = awaitEntries(3);
    assertThat(entries).extracting(AuditEntry::number).containsExactly(1L, 2L, 3L);
  }

  @Test
  void brokenChainIsReported() {
    AuditEntry entry = new Chain().missing(JudgedStates.approved("a")).get(0);
    broker.send(Topics.AUDITED, entry, entry);
    Audit audit = started();
    await().atMost(TestBroker.BOUND).until(() -> audit.brokenAt().isPresent());
    assertThat(new AuditHealth(audit).health().getStatus()).isEqualTo(Status.DOWN);
  }

  @Test
  void chainIsReadFromAnyNumberOn() {
    started();
    for (String id : List.of("a", "b", "c", "d")) {
      broker.send(Topics.COMMENTS_MODERATED, JudgedStates.rejected(id));
    }
    awaitEntries(4);
    AuditLog log = new AuditLog(broker.clients());
    StepVerifier.create(log.after(0).map(AuditEntry::number))
        .expectNext(1L, 2L, 3L, 4L)
        .verifyComplete();
    StepVerifier.create(log.after(2).map(AuditEntry::number), 1)
        .expectNext(3L)
        .thenRequest(1)
        .expectNext(4L)
        .thenRequest(1)
        .verifyComplete();
    StepVerifier.create(log.after(9)).verifyComplete();
  }
}
