package io.rejoinder.comment.live;

import static io.rejoinder.comment.States.BEGIN;
import static io.rejoinder.comment.States.id;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.comment.CommentChange;
import io.rejoinder.events.comment.CommentRemoved;
import io.rejoinder.events.comment.ThreadId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.channel.AbortedException;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class RingTest {

  private final AtomicInteger serialised = new AtomicInteger();
  private final AtomicInteger cut = new AtomicInteger();
  private final Ring ring = ring(Duration.ZERO, Schedulers.immediate());

  private Ring ring(Duration gather, Scheduler scheduler) {
    return new Ring(4, this::wire, new Gathering(gather, scheduler), cut::addAndGet);
  }

  private byte[] wire(long offset, CommentChange change) {
    serialised.incrementAndGet();
    return Long.toString(offset).getBytes(UTF_8);
  }

  @Test
  void aReaderGetsItsThreadsEventsFromNowOn() {
    ring.append(0, change("film", 1, 1));
    Viewer viewer = new Viewer(0, 16);
    assertThat(join("film", 0, viewer)).isEmpty();

    ring.append(1, change("other", 2, 1));
    ring.append(2, change("film", 3, 1));

    assertThat(received(viewer)).containsExactly("2");
  }

  @Test
  void oneEventIsSerialisedOnceForAllReadersAndNotAtAllForNone() {
    ring.append(0, change("film", 1, 1));
    assertThat(serialised).hasValue(0);
    for (int i = 0; i < 10; i++) {
      join("film", 0, new Viewer(0, 16));
    }

    ring.append(1, change("film", 2, 1));

    assertThat(serialised).hasValue(1);
  }

  @Test
  void aReaderThatComesBackGetsWhatItMissed() {
    for (int i = 0; i < 4; i++) {
      ring.append(i, change(i % 2 == 0 ? "film" : "other", i + 1, 1));
    }

    assertThat(join("film", -1, new Viewer(-1, 16))).containsExactly("0", "2");
    assertThat(join("film", 0, new Viewer(0, 16))).containsExactly("2");
  }

  @Test
  void beyondTheRingIsNotKnown() {
    for (int i = 0; i < 6; i++) {
      ring.append(i, change("film", i + 1, 1));
    }

    assertThat(join("film", 0, new Viewer(0, 16))).isNull();
    assertThat(join("film", 1, new Viewer(1, 16))).containsExactly("2", "3", "4", "5");
  }

  @Test
  void aPlaceAheadOfThisInstanceWaitsForIt() {
    ring.append(0, change("film", 1, 1));
    Viewer viewer = new Viewer(2, 16);
    assertThat(join("film", 2, viewer)).isEmpty();

    ring.append(1, change("film", 2, 1));
    ring.append(2, change("film", 3, 1));
    ring.append(3, change("film", 4, 1));

    assertThat(received(viewer)).containsExactly("3");
  }

  @Test
  void aChangeThatIsAnnouncedAgainIsNotSentAgain() {
    Viewer viewer = new Viewer(-1, 16);
    join("film", -1, viewer);

    ring.append(0, change("film", 1, 2));
    ring.append(1, change("film", 1, 2));
    ring.append(2, change("film", 1, 1));
    ring.append(3, change("film", 1, 3));

    assertThat(received(viewer)).containsExactly("0", "3");
    assertThat(ring.position()).isEqualTo(3);
  }

  @Test
  void aSlowReaderIsCutOffAndSlowsNobody() {
    Viewer slow = new Viewer(-1, 2);
    Viewer quick = new Viewer(-1, 100);
    join("film", -1, slow);
    join("film", -1, quick);
    Stalled stalled = new Stalled();
    slow.subscribe(stalled);

    for (int i = 0; i < 50; i++) {
      ring.append(i, change("film", i + 1, 1));
    }

    assertThat(cut).hasValue(1);
    assertThat(stalled.failure).isInstanceOf(AbortedException.class);
    assertThat(received(quick)).hasSize(50);
  }

  @Test
  void theEndOfTheServiceEndsTheStreams() {
    Viewer viewer = new Viewer(-1, 16);
    join("film", -1, viewer);

    ring.complete();

    StepVerifier.create(viewer).expectComplete().verify(Duration.ofSeconds(5));
  }

  @Test
  void whatComesSoonAfterTheFirstIsSentToManyTogether() {
    VirtualTimeScheduler time = VirtualTimeScheduler.create();
    Ring gathering = ring(Duration.ofMillis(100), time);
    List<Viewer> viewers = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      Viewer viewer = new Viewer(-1, 16);
      viewers.add(viewer);
      gathering.join("film", -1, viewer);
    }
    List<String> sent = sent(viewers.get(0));

    gathering.append(0, change("film", 1, 1));
    assertThat(sent).as("the first goes at once").containsExactly("0");
    gathering.append(1, change("film", 2, 1));
    gathering.append(2, change("film", 3, 1));
    Viewer late = new Viewer(1, 16);
    gathering.join("film", 1, late);
    time.advanceTimeBy(Duration.ofMillis(49));
    assertThat(sent).as("a round to a thousand takes about 50 ms").containsExactly("0");
    time.advanceTimeBy(Duration.ofMillis(2));

    assertThat(sent).containsExactly("0", "12");
    assertThat(received(viewers.get(999))).containsExactly("0", "12");
    assertThat(received(late)).as("it was given 2 when it joined").isEmpty();
    gathering.append(3, change("film", 4, 1));
    time.advanceTimeBy(Duration.ofMillis(100));
    assertThat(sent).containsExactly("0", "12", "3");
  }

  @Test
  void aReaderThatLeavesIsToldOfNothing() {
    Viewer viewer = new Viewer(-1, 16);
    join("film", -1, viewer);
    ring.leave("film", viewer);

    ring.append(0, change("film", 1, 1));

    assertThat(received(viewer)).isEmpty();
    assertThat(serialised).hasValue(0);
  }

  private @Nullable List<String> join(String thread, long after, Viewer viewer) {
    List<byte[]> missed = ring.join(thread, after, viewer);
    return missed == null ? null : missed.stream().map(bytes -> new String(bytes, UTF_8)).toList();
  }

  private static List<String> received(Viewer viewer) {
    return List.copyOf(sent(viewer));
  }

  /** What it is sent, also from now on. */
  private static List<String> sent(Viewer viewer) {
    List<String> all = new ArrayList<>();
    Flux.from(viewer).map(bytes -> new String(bytes, UTF_8)).subscribe(all::add);
    return all;
  }

  private static CommentChange change(String thread, int number, long version) {
    return new CommentRemoved(id(number), new ThreadId(thread), null, version, BEGIN, BEGIN);
  }

  /** A reader that never asks for anything. */
  private static final class Stalled extends BaseSubscriber<byte[]> {
    private @Nullable Throwable failure;

    @Override
    protected void hookOnSubscribe(org.reactivestreams.Subscription subscription) {
      // Nothing is requested: the connection is stuck.
    }

    @Override
    protected void hookOnError(Throwable error) {
      failure = error;
    }
  }
}
