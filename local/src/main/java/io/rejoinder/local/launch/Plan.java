package io.rejoinder.local.launch;

import io.rejoinder.local.refusal.Refusal;
import io.rejoinder.local.store.StoreKind;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one process is asked to run.
 *
 * @param data the data folder
 * @param parts the parts that run in this process
 * @param ports where they listen
 * @param stores which store to run, or where one is
 * @param brokers where a broker is, if not in this process
 * @param services how the services run
 * @param importFile a WordPress export to read once all is ready, or null
 */
public record Plan(
    Path data,
    Set<Part> parts,
    PortPlan ports,
    Stores stores,
    Brokers brokers,
    Services services,
    @Nullable Path importFile) {

  /** Checks that every service will have a broker and a store. */
  public Plan {
    parts = parts.isEmpty() ? EnumSet.allOf(Part.class) : EnumSet.copyOf(parts);
    require(
        parts.contains(Part.BROKER) || brokers.address != null,
        "without the broker in --run, --kafka HOST:PORT must say where one is");
    require(
        !servicesIn(parts) || parts.contains(Part.STORE) || stores.uri != null,
        "without the store in --run, --mongodb-uri must say where one is");
    require(
        importFile == null || parts.contains(Part.REVIEW),
        "--import needs the review service in --run");
  }

  /**
   * The store.
   *
   * @param kind which one to run
   * @param uri where one is, or null to run one
   */
  public record Stores(StoreKind kind, @Nullable String uri) {}

  /**
   * The broker.
   *
   * @param address where one is, or null to run one
   * @param config a file of client settings for it, or null
   */
  public record Brokers(@Nullable String address, @Nullable Path config) {}

  /**
   * The services.
   *
   * @param instance stable name of this instance, part of its transactional id
   * @param profile a Spring profile for all of them, or null
   * @param warmUp whether to send a few requests before saying ready
   * @param rebuild whether to drop the collections first and fill them from the log
   */
  public record Services(
      String instance, @Nullable String profile, boolean warmUp, boolean rebuild) {}

  /** Whether this process runs a part. */
  public boolean runs(Part part) {
    return parts.contains(part);
  }

  /** Whether this process runs its own broker. */
  public boolean runsBroker() {
    return runs(Part.BROKER) && brokers.address == null;
  }

  /** Whether this process runs its own store. */
  public boolean runsStore() {
    return runs(Part.STORE) && stores.uri == null;
  }

  /** The ports that this process will open, by the option that changes each. */
  Map<String, Integer> portsByOption() {
    Map<String, Integer> all = new LinkedHashMap<>();
    if (runsBroker()) {
      all.put("--port-kafka", ports.kafka());
    }
    Integer store = ports.store();
    if (runsStore() && store != null) {
      all.put("--port-store", store);
    }
    parts.stream().filter(Part::isService).forEach(part -> ports.addOf(part, all));
    return all;
  }

  private static boolean servicesIn(Set<Part> parts) {
    return parts.stream().anyMatch(Part::isService);
  }

  private static void require(boolean holds, String line) {
    if (!holds) {
      throw new Refusal(line);
    }
  }
}
