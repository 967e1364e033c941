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
import reactor.netty.channel.AbortedException;
import reactor.test.StepVerifier;

class RingTest {

  private final AtomicInteger serialised = new AtomicInteger();
  private final Ring ring = new Ring(4, this::wire);

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
    slow.stream().subscribe(stalled);

    int cut = 0;
    for (int i = 0; i < 50; i++) {
      cut += ring.append(i, change("film", i + 1, 1));
    }

    assertThat(cut).isPositive();
    assertThat(stalled.failure).isInstanceOf(AbortedException.class);
    assertThat(received(quick)).hasSize(50);
  }

  @Test
  void theEndOfTheServiceEndsTheStreams() {
    Viewer viewer = new Viewer(-1, 16);
    join("film", -1, viewer);

    ring.complete();

    StepVerifier.create(viewer.stream()).expectComplete().verify(Duration.ofSeconds(5));
  }

  private @Nullable List<String> join(String thread, long after, Viewer viewer) {
    List<byte[]> missed = ring.join(thread, after, viewer);
    return missed == null ? null : missed.stream().map(bytes -> new String(bytes, UTF_8)).toList();
  }

  private static List<String> received(Viewer viewer) {
    List<String> all = new ArrayList<>();
    viewer.stream().map(bytes -> new String(bytes, UTF_8)).subscribe(all::add);
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
