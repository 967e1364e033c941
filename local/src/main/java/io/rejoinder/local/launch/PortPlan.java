package io.rejoinder.local.launch;

import io.rejoinder.local.refusal.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts listen, all on loopback.
 *
 * @param site review-service
 * @param api comment-service
 * @param console moderation-service
 * @param kafka the embedded broker
 * @param store the store that runs here, or null for any free port
 */
public record PortPlan(
    ServicePorts site, ServicePorts api, ServicePorts console, int kafka, @Nullable Integer store) {

  /** How many ports {@link #ofFree} takes. */
  public static final int COUNT = 7;

  /**
   * One service's ports.
   *
   * @param http for everyone
   * @param actuator health and metrics
   */
  public record ServicePorts(int http, int actuator) {

    /** How far the actuator's port is from the other unless it is given. */
    private static final int DISTANCE = 10;

    /** Checks the range. */
    public ServicePorts {
      requirePort(http);
      requirePort(actuator);
    }

    /** The actuator's port is 10 higher unless it is given. */
    public static ServicePorts of(int http, @Nullable Integer actuator) {
      return new ServicePorts(http, actuator == null ? http + DISTANCE : actuator);
    }

    /** The address for a browser on this machine. */
    public String address() {
      return "http://localhost:" + http;
    }
  }

  /** Checks the range. */
  public PortPlan {
    requirePort(kafka);
    if (store != null) {
      requirePort(store);
    }
  }

  /** A plan on ports that were found free, {@link #COUNT} of them; the store finds its own. */
  public static PortPlan ofFree(List<Integer> free) {
    return new PortPlan(
        new ServicePorts(free.get(0), free.get(1)),
        new ServicePorts(free.get(2), free.get(3)),
        new ServicePorts(free.get(4), free.get(5)),
        free.get(6),
        null);
  }

  private static void requirePort(int port) {
    if (port < 1 || port > 65535) {
      throw new Refusal("port: %d (expected: 1..65535)".formatted(port));
    }
  }

  /** A service's ports. */
  public ServicePorts of(Part part) {
    return switch (part) {
      case REVIEW -> site;
      case COMMENT -> api;
      case MODERATION -> console;
      default -> throw new IllegalArgumentException(part + " is not a service");
    };
  }

  void addOf(Part part, Map<String, Integer> byOption) {
    String option =
        switch (part) {
          case REVIEW -> "--port-site";
          case COMMENT -> "--port-api";
          default -> "--port-console";
        };
    byOption.put(option, of(part).http());
    byOption.put(option + "-actuator", of(part).actuator());
  }
}
