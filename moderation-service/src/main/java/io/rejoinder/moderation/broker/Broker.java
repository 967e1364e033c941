package io.rejoinder.moderation.broker;

import java.util.Map;

/**
 * How the broker is reached.
 *
 * @param clients configuration that every Kafka client needs: address and credentials
 * @param instance this instance's stable name, unlike any other's
 */
public record Broker(Map<String, Object> clients, String instance) {

  /** The group of the owners of comments: what it has committed of the commands was folded. */
  public static final String OWNERS = "moderation-service.owner";

  /** Copies the configuration. */
  public Broker {
    clients = Map.copyOf(clients);
  }

  @Override
  public String toString() {
    return "Broker[" + instance + "]";
  }
}
