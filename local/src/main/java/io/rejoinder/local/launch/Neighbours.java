package io.rejoinder.local.launch;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the class path of this process brings into a context that the service alone would not have.
 * Spring Boot configures whatever library it finds, so the security of one service would close the
 * edge of another.
 */
final class Neighbours {

  private static final List<String> SECURITY =
      Stream.of(
              "SecurityAutoConfiguration",
              "ReactiveUserDetailsServiceAutoConfiguration",
              "web.reactive.ReactiveWebSecurityAutoConfiguration",
              "actuate.web.reactive.ReactiveManagementWebSecurityAutoConfiguration")
          .map(name -> "org.springframework.boot.security.autoconfigure." + name)
          .toList();

  private static final List<String> TEMPLATES =
      List.of("org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration");

  /**
   * Counts log lines for the whole process by a list of logback's that three contexts at once would
   * break.
   */
  private static final String LOG_COUNTS =
      "org.springframework.boot.micrometer.metrics.autoconfigure.logging.logback"
          + ".LogbackMetricsAutoConfiguration";

  private Neighbours() {}

  /** Auto-configurations that this service does without. */
  static List<String> notFor(Part part) {
    Stream<String> brought =
        switch (part) {
          case COMMENT -> Stream.concat(SECURITY.stream(), TEMPLATES.stream());
          case MODERATION -> TEMPLATES.stream();
          default -> Stream.empty();
        };
    return Stream.concat(Stream.of(LOG_COUNTS), brought).toList();
  }
}
