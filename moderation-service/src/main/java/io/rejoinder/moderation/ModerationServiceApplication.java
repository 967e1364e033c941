package io.rejoinder.moderation;

import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The moderation service: screens comments, decides, keeps the queue, serves the console. */
@SpringBootApplication
public class ModerationServiceApplication {

  /** The application with its configuration's name; the local launcher starts it the same way. */
  public static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(ModerationServiceApplication.class)
        .properties(Map.of("spring.config.name", "moderation-service"));
  }

  /** Runs the service. */
  public static void main(String[] args) {
    builder().run(args);
  }
}
