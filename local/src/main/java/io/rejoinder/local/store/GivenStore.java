package io.rejoinder.local.store;

import com.mongodb.ConnectionString;
import io.rejoinder.local.refusal.Refusal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A MongoDB that somebody else runs. */
record GivenStore(String uri, String description) implements Store {

  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(8);

  static Store at(String uri) {
    ConnectionString parsed = parse(uri);
    String hosts = String.join(",", parsed.getHosts());
    @Nullable String failure = Ping.failureOf(parsed, ANSWERS_WITHIN);
    if (failure != null) {
      throw new Refusal(
          "the MongoDB at %s does not answer (--mongodb-uri): %s".formatted(hosts, failure));
    }
    return new GivenStore(uri, "MongoDB at " + hosts);
  }

  private static ConnectionString parse(String uri) {
    try {
      return new ConnectionString(uri);
    } catch (IllegalArgumentException e) {
      throw new Refusal("--mongodb-uri is not a MongoDB connection string: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    // Not ours to end.
  }

  @Override
  public String toString() {
    return description;
  }
}
