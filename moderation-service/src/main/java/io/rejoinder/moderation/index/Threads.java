package io.rejoinder.moderation.index;

import java.util.Collection;

/** Threads by what people call them. Threadsafe. */
@FunctionalInterface
public interface Threads {

  /** The ids of the threads that have this id, or all of these words in their title. */
  Collection<String> called(String words);
}
