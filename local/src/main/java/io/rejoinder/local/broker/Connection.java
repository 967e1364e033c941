package io.rejoinder.local.broker;

import io.rejoinder.local.refusal.Refusal;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * How a client reaches a broker.
 *
 * @param address {@code host:port}, or several with commas
 * @param client further client settings: security
 */
public record Connection(String address, Map<String, String> client) {

  private static final int ANSWERS_WITHIN_SECONDS = 10;

  /** Copies the settings. */
  public Connection {
    client = Map.copyOf(client);
  }

  /**
   * Takes a broker that runs somewhere else, after it has answered.
   *
   * @param config a file of Kafka client settings, or null for a broker that asks for none
   * @throws Refusal if the file cannot be read, or the broker does not answer or refuses us
   */
  public static Connection to(String address, @Nullable Path config) {
    Connection connection = new Connection(address, config == null ? Map.of() : read(config));
    try (Admin admin = connection.admin()) {
      admin.describeCluster().nodes().get(ANSWERS_WITHIN_SECONDS, TimeUnit.SECONDS);
      return connection;
    } catch (ExecutionException e) {
      throw refusal(address, String.valueOf(e.getCause()), e);
    } catch (TimeoutException e) {
      throw refusal(address, "no answer within " + ANSWERS_WITHIN_SECONDS + " s", e);
    } catch (KafkaException e) {
      @Nullable Throwable cause = e.getCause();
      throw refusal(address, String.valueOf((cause == null ? e : cause).getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refusal(address, "interrupted", e);
    }
  }

  /** A client that administers the broker; close it. */
  public Admin admin() {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("bootstrap.servers", address);
    settings.put("request.timeout.ms", ANSWERS_WITHIN_SECONDS * 1000);
    settings.put("default.api.timeout.ms", ANSWERS_WITHIN_SECONDS * 1000);
    return Admin.create(settings);
  }

  private static Map<String, String> read(Path config) {
    Properties settings = new Properties();
    try (Reader reader = Files.newBufferedReader(config)) {
      settings.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new Refusal("%s cannot be read (--kafka-config)".formatted(config), e);
    }
    Map<String, String> client = new HashMap<>();
    settings.stringPropertyNames().forEach(name -> client.put(name, settings.getProperty(name)));
    client.remove("bootstrap.servers");
    return client;
  }

  private static Refusal refusal(String address, String reason, Exception cause) {
    return new Refusal(
        "the Kafka broker at %s does not answer (--kafka): %s".formatted(address, reason), cause);
  }

  @Override
  public String toString() {
    return address;
  }
}
