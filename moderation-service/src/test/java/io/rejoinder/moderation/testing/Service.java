package io.rejoinder.moderation.testing;

import io.rejoinder.moderation.ModerationServiceApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service, as its main method starts it, on free ports. */
public final class Service implements AutoCloseable {

  private final Path data;
  private final ConfigurableApplicationContext context;

  private Service(Path data, ConfigurableApplicationContext context) {
    this.data = data;
    this.context = context;
  }

  /** Starts it. */
  public static Service start(TestBroker broker, Path data, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--spring.kafka.bootstrap-servers=" + broker.address());
    all.add("--rejoinder.data=" + data);
    all.add("--server.port=0");
    all.add("--management.server.port=0");
    ConfigurableApplicationContext context =
        ModerationServiceApplication.builder().run(all.toArray(String[]::new));
    return new Service(data, context);
  }

  /** Its context. */
  public ConfigurableApplicationContext context() {
    return context;
  }

  /** Its address. */
  public String address() {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  /** The address of its actuator. */
  public String management() {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.management.port");
  }

  /** The first administrator's password, once it is there. */
  public String adminPassword() {
    Path file = data.resolve("admin-password");
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(file));
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
