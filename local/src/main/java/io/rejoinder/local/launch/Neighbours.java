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

  private static final List<String> STORES_AND_STREAMS =
      List.of(
          "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
          "org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration",
          "org.springframework.boot.mongodb.autoconfigure.health"
              + ".MongoReactiveHealthContributorAutoConfiguration",
          "org.springframework.cloud.stream.config.BindersHealthIndicatorAutoConfiguration",
          "org.springframework.cloud.stream.config.ChannelsEndpointAutoConfiguration",
          "org.springframework.cloud.stream.config.BindingsEndpointAutoConfiguration",
          "org.springframework.cloud.stream.config.BindingServiceConfiguration",
          "org.springframework.cloud.stream.function.FunctionConfiguration",
          "org.springframework.cloud.stream.binder.kafka.config"
              + ".ExtendedBindingHandlerMappingsProviderConfiguration",
          "org.springframework.cloud.function.context.config"
              + ".ContextFunctionCatalogAutoConfiguration");

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
          case MODERATION -> Stream.concat(STORES_AND_STREAMS.stream(), TEMPLATES.stream());
          default -> Stream.empty();
        };
    return Stream.concat(Stream.of(LOG_COUNTS), brought).toList();
  }
}
