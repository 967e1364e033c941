package io.rejoinder.comment.thread;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rejoinder.comment.thread.PageCache.Page;
import io.rejoinder.comment.thread.PageCache.Query;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class PageCacheTest {

  private static final Query QUERY = new Query(Comments.Sort.OLDEST, null, 50);

  private final PageCache cache = new PageCache(1_000_000);
  private final AtomicInteger loads = new AtomicInteger();

  @Test
  void aPageIsLoadedOnceUntilItsThreadChanges() {
    assertThat(read("film")).isEqualTo("1");
    assertThat(read("film")).isEqualTo("1");

    cache.drop("film");

    assertThat(read("film")).isEqualTo("2");
  }

  @Test
  void anotherThreadsChangeDropsNothing() {
    assertThat(read("film")).isEqualTo("1");

    cache.drop("other");

    assertThat(read("film")).isEqualTo("1");
  }

  @Test
  void readersAtTheSameTimeShareOneLoad() {
    Sinks.One<Page> slow = Sinks.one();
    CompletableFuture<Page> one =
        cache.get("film", true, QUERY, () -> counted(slow.asMono())).toFuture();
    CompletableFuture<Page> two =
        cache.get("film", true, QUERY, () -> counted(slow.asMono())).toFuture();

    slow.tryEmitValue(page("x"));

    assertThat(one).isCompleted();
    assertThat(two).isCompleted();
    assertThat(loads).hasValue(1);
  }

  @Test
  void aLoadThatBeganBeforeTheChangeIsNotKept() {
    Sinks.One<Page> slow = Sinks.one();
    CompletableFuture<Page> before = cache.get("film", true, QUERY, slow::asMono).toFuture();
    cache.drop("film");

    slow.tryEmitValue(page("old"));

    assertThat(before).isCompleted();
    assertThat(read("film")).isEqualTo("1");
  }

  @Test
  void aFailureIsNotKept() {
    Mono<Page> failing =
        cache.get("film", true, QUERY, () -> Mono.error(new TimeoutException("away")));
    assertThatThrownBy(failing::block).hasMessageContaining("away");

    assertThat(read("film")).isEqualTo("1");
  }

  private String read(String thread) {
    Page page =
        cache
            .get(
                thread,
                true,
                QUERY,
                () -> Mono.fromSupplier(() -> page("" + loads.incrementAndGet())))
            .block();
    return new String(Objects.requireNonNull(page).body(), UTF_8);
  }

  private Mono<Page> counted(Mono<Page> load) {
    loads.incrementAndGet();
    return load;
  }

  private static Page page(String text) {
    return new Page(text.getBytes(UTF_8), "\"" + text + "\"");
  }
}
