package io.rejoinder.bench.measure;

import io.rejoinder.bench.load.Answers;
import io.rejoinder.bench.load.Generator;
import io.rejoinder.bench.load.Load;
import io.rejoinder.bench.load.Pace;
import io.rejoinder.bench.load.Requests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * One closed-loop load on fresh connections.
 *
 * @param connections how many
 * @param time for how long
 * @param wanted the status that counts
 */
record Trial(int connections, Duration time, int wanted) {

  Load run(int port, Requests requests, Answers answers, int bodyKept) throws IOException {
    InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try (Generator generator = new Generator(server, connections, bodyKept)) {
      return generator.run(Pace.atOnce(System.nanoTime(), time), requests, answers, wanted);
    }
  }

  Load run(int port, Requests requests) throws IOException {
    return run(port, requests, Answers.IGNORED, 0);
  }
}
