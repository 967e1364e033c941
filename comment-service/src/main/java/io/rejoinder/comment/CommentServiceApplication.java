package io.rejoinder.comment;

import io.rejoinder.projection.ProjectionConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** Takes comments, stores the approved ones, delivers them live. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@Import(ProjectionConfiguration.class)
public class CommentServiceApplication {

  /**
   * The application with the name of its own configuration file, for {@code main} and for
   * launchers.
   */
  public static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(CommentServiceApplication.class)
        .properties("spring.config.name=comment-service");
  }

  /** Runs the service. */
  public static void main(String[] args) {
    builder().run(args);
  }
}
