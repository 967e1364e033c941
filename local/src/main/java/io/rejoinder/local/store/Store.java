package io.rejoinder.local.store;

/** A document store that speaks MongoDB's protocol, for as long as the platform runs. */
public interface Store extends AutoCloseable {

  /** Where it is, with credentials if it needs some. */
  String uri();

  /** What it is, in a few words for the person who started it; no credentials. */
  String description();

  /** Ends it, if it was started here. */
  @Override
  void close();
}
