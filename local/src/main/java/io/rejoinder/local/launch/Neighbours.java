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

  private Neighbours() {}

  /** Auto-configurations that this service does without. */
  static List<String> notFor(Part part) {
    return switch (part) {
      case COMMENT -> Stream.concat(SECURITY.stream(), TEMPLATES.stream()).toList();
      case MODERATION -> TEMPLATES;
      default -> List.of();
    };
  }
}
