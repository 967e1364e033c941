package io.rejoinder.local.launch;

import io.rejoinder.projection.ProjectedTopic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One service in a Spring context of its own.
 *
 * @param part which one
 * @param ports where it listens
 * @param context its context
 */
record RunningService(
    Part part, PortPlan.ServicePorts ports, ConfigurableApplicationContext context)
    implements AutoCloseable {

  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);

  /** Starts the context; that it is ready is another matter. */
  static RunningService start(
      Part part, PortPlan.ServicePorts ports, SpringApplicationBuilder builder, String[] settings) {
    return new RunningService(part, ports, builder.run(settings));
  }

  /** Whether its own readiness check says so. */
  boolean ready(HttpClient http) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(readiness()).timeout(ANSWERS_WITHIN).build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
  }

  /** Where its readiness check is, which also says what it waits for. */
  URI readiness() {
    return URI.create("http://127.0.0.1:" + ports.actuator() + "/actuator/health/readiness");
  }

  /** Records that its store does not hold yet. */
  long remaining() {
    return context.getBeansOfType(ProjectedTopic.class).values().stream()
        .mapToLong(ProjectedTopic::remaining)
        .sum();
  }

  @Override
  public void close() {
    context.close();
  }
}
