package io.rejoinder.local.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few requests to a service that has just started, so that the first person does not wait while
 * classes are loaded and code is compiled. They only read, and so leave nothing behind, and take
 * nothing from what an address may post in a minute.
 */
final class WarmUp {

  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

  private static final int ROUNDS = 20;
  private static final Duration BOUND = Duration.ofMillis(800);
  private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

  private WarmUp() {}

  static void of(RunningService service, HttpClient http) {
    String base = "http://127.0.0.1:" + service.ports().http();
    List<HttpRequest> requests =
        switch (service.part()) {
          case COMMENT -> List.of(get(base + "/api/threads/" + NOBODY + "/comments"));
          case MODERATION -> List.of(get(base + "/"), get(base + "/api/session"));
          default -> List.of(get(base + "/"));
        };
    long end = System.nanoTime() + BOUND.toNanos();
    try {
      for (int round = 0; round < ROUNDS && System.nanoTime() < end; round++) {
        for (HttpRequest request : requests) {
          http.send(request, BodyHandlers.discarding());
        }
      }
    } catch (IOException e) {
      // The service says itself whether it is ready; this was for speed alone.
      LOG.debug("warm-up of {} ended early", service.part(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpRequest get(String address) {
    return HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(5)).build();
  }
}
