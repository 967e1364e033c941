package io.rejoinder.local.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Asks a store whether it is there. */
final class Ping {

  private Ping() {}

  /**
   * Waits for one answer.
   *
   * @return why there was none, or null if there was
   */
  static @Nullable String failureOf(ConnectionString uri, Duration bound) {
    MongoClientSettings settings =
        MongoClientSettings.builder()
            .applyConnectionString(uri)
            .applyToClusterSettings(
                cluster -> cluster.serverSelectionTimeout(bound.toMillis(), TimeUnit.MILLISECONDS))
            .build();
    try (MongoClient client = MongoClients.create(settings)) {
      Mono.from(client.getDatabase("admin").runCommand(new Document("ping", 1)))
          .block(bound.plusSeconds(1));
      return null;
    } catch (MongoException e) {
      return firstLine(e);
    } catch (IllegalStateException e) {
      return "no answer within " + bound.toSeconds() + " s";
    }
  }

  private static String firstLine(MongoException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
