package io.rejoinder.local.store;

/** Which store to run where none is given by its URI. */
public enum StoreKind {
  /** A {@code mongod} if there is one on the PATH, else the one in memory. */
  AUTO,
  /** In this JVM, for trying things out: empty at each start and filled from the log. */
  MEMORY,
  /** A {@code mongod} on the PATH, as a child process. */
  MONGOD
}
