package io.rejoinder.bench.load;

import java.nio.ByteBuffer;

/** Where the generator's requests come from. Called on the generator's thread alone. */
@FunctionalInterface
public interface Requests {

  /**
   * Writes the next whole request, headers and body, into an empty buffer.
   *
   * @param into at least {@link Generator#LARGEST_REQUEST} bytes
   * @return a number of the caller's choice that comes back with the answer
   */
  int next(ByteBuffer into);

  /** The same request over and over. */
  static Requests same(byte[] request) {
    return into -> {
      into.put(request);
      return 0;
    };
  }
}
