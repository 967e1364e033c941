package io.rejoinder.comment.personal;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What one room keeps of readers. A bean of this type is part of every download and erasure. */
public interface Holding {

  /** What it is called in a download. */
  String name();

  /** All of theirs, in bounded pieces: records that go into a download as JSON. */
  Flux<?> of(Person person);

  /**
   * Has all of theirs erased; nothing where it is erased already.
   *
   * @return how many things, once the broker has been told of each
   */
  Mono<Long> erase(Person person);
}
