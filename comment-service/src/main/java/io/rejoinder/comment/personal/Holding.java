package io.rejoinder.comment.personal;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What one room keeps of readers. A bean of this type is part of every download and erasure. */
public interface Holding {

  /** What it is called in a download. */
  String name();

  /** All of it, in bounded pieces: records that go into a download as JSON. */
  Flux<?> of(String reader);

  /**
   * Has all of it erased; nothing where it is erased already.
   *
   * @return how many things, once the broker has been told of each
   */
  Mono<Long> erase(String reader);
}
