package io.rejoinder.moderation.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decide;
import io.rejoinder.events.comment.Import;
import io.rejoinder.events.comment.Origin;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.comment.Submit;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.comment.Verdict;
import io.rejoinder.events.comment.Withdraw;
import io.rejoinder.moderation.testing.TestBroker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The loop on a real BROKER. */
@Tag("patient")
class OwnerTest {

  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  private static final Author AUTHOR = new Author("Neil", null, null);
  private static final TestBroker BROKER = new TestBroker();

  private final Loops loops = new Loops(BROKER.clients());
  private final List<Owner> started = new ArrayList<>();

  @AfterAll
  static void stopBroker() {
    BROKER.close();
  }

  @AfterEach
  void stopLoops() {
    started.forEach(Owner::stop);
  }

  private Owner started(Owner owner) {
    started.add(owner);
    owner.start();
    return owner;
  }

  private static CommentId id() {
    return new CommentId(UUID.randomUUID().toString().replace("-", ""));
  }

  private static Submit submit(CommentId id, String text) {
    return new Submit(id.value(), id, new ThreadId("heat"), null, AUTHOR, text, AT);
  }

  private static Decide approve(CommentId id, long basedOn) {
    return new Decide(
        UUID.randomUUID().toString(),
        id,
        1,
        basedOn,
        Verdict.APPROVE,
        null,
        By.moderator("a", "anna"),
        AT);
  }

  private static CommentState awaitState(CommentId id, long version) {
    return await()
        .atMost(TestBroker.BOUND)
        .until(
            () -> BROKER.state(id).filter(state -> state.version() >= version),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  @Test
  void submissionBecomesStateOnTheSamePartition() {
    CommentId id = id();
    started(loops.owner("0"));
    BROKER.send(Topics.COMMENTS_SUBMITTED, submit(id, "a fine film"));
    assertThat(awaitState(id, 1).status()).isEqualTo(Status.APPROVED);
    assertThat(partitions(Topics.COMMENTS_MODERATED, id))
        .isEqualTo(partitions(Topics.COMMENTS_SUBMITTED, id));
  }

  private static List<Integer> partitions(String topic, CommentId id) {
    return BROKER.committed(topic).stream()
        .filter(
            record ->
                new String(record.key(), java.nio.charset.StandardCharsets.UTF_8)
                    .equals(id.value()))
        .map(record -> record.partition())
        .toList();
  }

  @Test
  void redeliveredSubmissionIsFoldedOnce() {
    CommentId id = id();
    CommentId after = id();
    started(loops.owner("0"));
    BROKER.send(Topics.COMMENTS_SUBMITTED, submit(id, "once"), submit(id, "once"));
    awaitState(id, 1);
    BROKER.send(Topics.COMMENTS_SUBMITTED, submit(id, "once"), submit(after, "after"));
    awaitState(after, 1);
    assertThat(BROKER.states()).filteredOn(state -> state.id().equals(id)).hasSize(1);
  }

  @Test
  void statesAreThereAgainAfterRestart() {
    CommentId id = id();
    Owner first = started(loops.owner("0"));
    BROKER.send(Topics.COMMENTS_SUBMITTED, submit(id, "hold"));
    assertThat(awaitState(id, 1).status()).isEqualTo(Status.HELD);
    first.stop();
    started(loops.owner("0"));
    BROKER.send(Topics.COMMENTS_JUDGED, approve(id, 1));
    assertThat(awaitState(id, 2).status()).isEqualTo(Status.APPROVED);
  }

  @Test
  void whatPeopleDecidedIsShownToTheScreensOfAnInstanceThatStarts() {
    CommentId decided = id();
    CommentId automatic = id();
    started(loops.owner("0"));
    BROKER.send(
        Topics.COMMENTS_SUBMITTED, submit(automatic, "a fine film"), submit(decided, "hold"));
    awaitState(decided, 1);
    BROKER.send(Topics.COMMENTS_JUDGED, approve(decided, 1));
    awaitState(decided, 2);

    List<CommentId> told = new CopyOnWriteArrayList<>();
    Judgements judgements = loops.judgements(state -> told.add(state.id()));
    judgements.start();
    await().atMost(TestBroker.BOUND).until(() -> told.contains(decided));
    judgements.stop();
    assertThat(told).doesNotContain(automatic);
  }

  @Test
  void partitionsOfAnInstanceThatStopsAreTakenOverWithTheirStates() {
    Owner first = started(loops.owner("0"));
    Owner second = started(loops.owner("1"));
    await()
        .atMost(TestBroker.BOUND)
        .until(
            () ->
                running(first)
                    && running(second)
                    && first.status().partitions().size() == 3
                    && second.status().partitions().size() == 3);
    List<CommentId> ids = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      ids.add(id());
      BROKER.send(Topics.COMMENTS_SUBMITTED, submit(ids.get(i), "hold " + i));
    }
    ids.forEach(id -> awaitState(id, 1));
    first.stop();
    ids.forEach(id -> BROKER.send(Topics.COMMENTS_JUDGED, approve(id, 1)));
    ids.forEach(id -> assertThat(awaitState(id, 2).status()).isEqualTo(Status.APPROVED));
    assertThat(second.status().partitions()).hasSize(6);
  }

  private static boolean running(Owner owner) {
    return owner.status().phase() == OwnerStatus.Phase.RUNNING;
  }

  @Test
  void recordThatCannotBeReadIsPutAsideAndTheRestGoesOn() {
    CommentId id = id();
    started(loops.owner("0"));
    long before = BROKER.committed(Topics.deadLettersOf(Topics.COMMENTS_SUBMITTED)).size();
    BROKER.sendRaw(Topics.COMMENTS_SUBMITTED, id.value(), "{nonsense");
    BROKER.send(Topics.COMMENTS_SUBMITTED, approve(id, 1)); // no command of this topic
    BROKER.send(Topics.COMMENTS_SUBMITTED, submit(id, "after the poison"));
    awaitState(id, 1);
    assertThat(BROKER.committed(Topics.deadLettersOf(Topics.COMMENTS_SUBMITTED)))
        .hasSize((int) before + 2);
    assertThat(
            loops
                .meters
                .counter("rejoinder.events.dead", "topic", Topics.COMMENTS_SUBMITTED)
                .count())
        .isEqualTo(2);
  }

  @Test
  void screenThatFailsHolds() {
    CommentId id = id();
    started(
        loops.owner(
            "0",
            text -> {
              throw new IllegalStateException("broken");
            }));
    BROKER.send(Topics.COMMENTS_SUBMITTED, submit(id, "a fine film"));
    CommentState state = awaitState(id, 1);
    assertThat(state.status()).isEqualTo(Status.HELD);
    assertThat(state.standing().orElseThrow().why()).isEqualTo("Held: screen failed (test)");
  }

  @Test
  void importIsFoldedWithItsDateAndOnlyOnce() {
    CommentId id = id();
    CommentId after = id();
    Instant then = Instant.parse("2012-01-01T00:00:00Z");
    Import imported =
        new Import(
            id.value(),
            id,
            new ThreadId("heat"),
            null,
            AUTHOR,
            "hold",
            then,
            Status.APPROVED,
            null,
            new Origin("wordpress", "x#1"),
            AT);
    started(loops.owner("0"));
    BROKER.send(Topics.COMMENTS_IMPORTED, imported, imported);
    BROKER.send(Topics.COMMENTS_SUBMITTED, submit(after, "after"));
    assertThat(awaitState(id, 1).createdAt()).isEqualTo(then);
    awaitState(after, 1);
    assertThat(BROKER.state(id).orElseThrow().status()).isEqualTo(Status.APPROVED);
    assertThat(BROKER.state(id).orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void withdrawalBeforeItsSubmissionWins() {
    CommentId id = id();
    CommentId after = id();
    started(loops.owner("0"));
    BROKER.send(Topics.COMMENTS_SUBMITTED, new Withdraw("w", id, AT), submit(id, "too late"));
    BROKER.send(Topics.COMMENTS_SUBMITTED, submit(after, "after"));
    awaitState(after, 1);
    assertThat(awaitState(id, 1).status()).isEqualTo(Status.WITHDRAWN);
  }

  @Test
  void openTransactionOfAnotherInstanceIsWaitedForAndNeverSeen() {
    CommentId id = id();
    KafkaProducer<byte[], byte[]> zombie = loops.clients("zombie").producer();
    zombie.initTransactions();
    zombie.beginTransaction();
    for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
      var unused =
          zombie.send(
              new EventCodec("/zombie").write(Topics.COMMENTS_MODERATED, partition, anyState(id)));
    }
    zombie.flush();

    started(loops.owner("0"));
    BROKER.send(Topics.COMMENTS_SUBMITTED, submit(id, "the real one"));

    assertThat(awaitState(id, 1).newest().text()).isEqualTo("the real one");
    zombie.close(java.time.Duration.ZERO);
  }

  private static CommentState anyState(CommentId id) {
    CommentState state =
        new io.rejoinder.moderation.record.Fold(
                candidate ->
                    new io.rejoinder.moderation.record.Ruling(
                        Status.APPROVED, null, "why", Map.of(), List.of()))
            .fold(null, submit(id, "of a zombie"))
            .written();
    return Objects.requireNonNull(state);
  }

  @Test
  void loopThatWasReplacedWhileItHungCommitsNothing() {
    CommentId id = id();
    CountDownLatch hangs = new CountDownLatch(1);
    CountDownLatch goesOn = new CountDownLatch(1);
    Owner hung =
        started(
            loops.owner(
                "0",
                text -> {
                  if (text.equals("hang")) {
                    hangs.countDown();
                    awaitQuietly(goesOn);
                  }
                }));
    BROKER.send(Topics.COMMENTS_SUBMITTED, submit(id, "hang"));
    awaitQuietly(hangs);

    Owner next = started(loops.owner("0"));
    awaitState(id, 1);
    double aborts = loops.meters.counter("rejoinder.intake.aborts").count();
    goesOn.countDown();
    hung.stop();

    assertThat(loops.meters.counter("rejoinder.intake.aborts").count()).isEqualTo(aborts + 1);
    assertThat(BROKER.states()).filteredOn(state -> state.id().equals(id)).hasSize(1);
    assertThat(running(next)).isTrue();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void everyCommandIsFoldedOnceOverLivesThatEndAnywhere() {
    Random random = new Random(7);
    List<CommentId> ids = new ArrayList<>();
    List<Ownership> abandoned = new ArrayList<>();
    for (int life = 0; life < 6; life++) {
      for (int i = 0; i < 200; i++) {
        CommentId id = id();
        ids.add(id);
        BROKER.send(Topics.COMMENTS_SUBMITTED, submit(id, "number " + i));
      }
      // Never closed, as after SIGKILL: its group member and its producer are the next one's to
      // end.
      Owner owner = loops.owner("0");
      started.add(owner);
      Ownership ownership = new Ownership(owner, loops.clients("0"), () -> true);
      abandoned.add(ownership);
      int steps = 1 + random.nextInt(6);
      for (int step = 0; step < steps; step++) {
        ownership.step();
      }
    }
    started(loops.owner("0"));
    awaitState(ids.get(ids.size() - 1), 1);
    await()
        .atMost(TestBroker.BOUND)
        .untilAsserted(
            () -> {
              Map<CommentId, Long> written =
                  BROKER.states().stream()
                      .collect(Collectors.groupingBy(CommentState::id, Collectors.counting()));
              assertThat(ids).allMatch(id -> written.getOrDefault(id, 0L) == 1);
            });
    abandoned.forEach(Ownership::close);
  }
}
