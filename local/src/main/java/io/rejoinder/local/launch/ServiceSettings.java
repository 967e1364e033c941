package io.rejoinder.local.launch;

import io.rejoinder.local.broker.Connection;
import io.rejoinder.local.data.DataFolder;
import io.rejoinder.local.launch.PortPlan.ServicePorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a service is told at its start, as Spring Boot's arguments: they go to one context alone,
 * where system properties would reach all three.
 */
final class ServiceSettings {

  private ServiceSettings() {}

  static String[] of(Part part, Plan plan, DataFolder folder, Platform.Foundation foundation) {
    List<String> all = new ArrayList<>();
    addPlace(all, plan.ports().of(part));
    addAddresses(all, plan.ports());
    if (plan.runs(Part.COMMENT)) {
      addUnlessSet(all, "rejoinder.comments.internal-address", plan.ports().api().address());
    }
    addFoundation(all, foundation.broker(), foundation.storeUri());
    add(all, "rejoinder.instance", plan.services().instance());
    add(all, "rejoinder.data", folder.path().toString());
    if (plan.services().rebuild()) {
      add(all, "rejoinder.rebuild", "true");
    }
    @Nullable String profile = plan.services().profile();
    if (profile != null) {
      add(all, "spring.profiles.active", profile);
    }
    add(all, "spring.autoconfigure.exclude", String.join(",", Neighbours.notFor(part)));
    addHosting(all);
    return all.toArray(String[]::new);
  }

  private static void addPlace(List<String> all, ServicePorts ports) {
    add(all, "server.address", "127.0.0.1");
    add(all, "server.port", Integer.toString(ports.http()));
    add(all, "management.server.address", "127.0.0.1");
    add(all, "management.server.port", Integer.toString(ports.actuator()));
  }

  /**
   * Behind a proxy the public addresses are others; the services read those variables themselves.
   */
  private static void addAddresses(List<String> all, PortPlan ports) {
    addUnlessSet(all, "rejoinder.site.address", ports.site().address());
    addUnlessSet(all, "rejoinder.comments.address", ports.api().address());
    addUnlessSet(all, "rejoinder.console.address", ports.console().address());
  }

  private static void addFoundation(List<String> all, Connection broker, String storeUri) {
    add(all, "spring.kafka.bootstrap-servers", broker.address());
    broker.client().forEach((name, value) -> add(all, "spring.kafka.properties." + name, value));
    add(all, "spring.mongodb.uri", storeUri);
  }

  /** This process speaks to the terminal and ends the contexts itself. */
  private static void addHosting(List<String> all) {
    add(all, "spring.main.banner-mode", "off");
    add(all, "spring.main.register-shutdown-hook", "false");
    add(all, "spring.jmx.enabled", "false");
    // An open live stream would hold the end back for 30 s.
    add(all, "spring.lifecycle.timeout-per-shutdown-phase", "3s");
    add(all, "spring.reactor.netty.shutdown-quiet-period", "0s");
  }

  private static void addUnlessSet(List<String> all, String key, String value) {
    String variable = key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    if (System.getenv(variable) == null) {
      add(all, key, value);
    }
  }

  private static void add(List<String> all, String key, String value) {
    all.add("--" + key + "=" + value);
  }
}
