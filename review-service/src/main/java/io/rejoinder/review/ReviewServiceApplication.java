package io.rejoinder.review;

import io.rejoinder.projection.ProjectionConfiguration;
import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** The review service on its own; {@code local} starts the same {@link #builder()}. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@Import(ProjectionConfiguration.class)
public class ReviewServiceApplication {

  /** The application, configured by {@code review-service.yml}. */
  public static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(ReviewServiceApplication.class)
        .properties(Map.of("spring.config.name", "review-service"));
  }

  /** Starts the service; arguments are Spring Boot's. */
  public static void main(String[] args) {
    builder().run(args);
  }
}
