package io.rejoinder.local.command;

import io.rejoinder.local.launch.Part;
import io.rejoinder.local.launch.Plan;
import io.rejoinder.local.launch.PortPlan;
import io.rejoinder.local.launch.PortPlan.ServicePorts;
import io.rejoinder.local.port.Ports;
import io.rejoinder.local.refusal.Refusal;
import io.rejoinder.local.store.StoreKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What can be said on the command line. */
final class Options {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:REJOINDER_DATA:-data}",
      description = "The data folder: the log, keys and passwords. Default: ${DEFAULT-VALUE}")
  private Path data = Path.of("data");

  @Option(
      names = "--import",
      paramLabel = "FILE",
      description =
          "Read a WordPress export (WXR) once all is ready. Doing it twice changes nothing.")
  private @Nullable Path importFile;

  @Option(
      names = "--port-site",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "The site that readers visit. Default: ${DEFAULT-VALUE}")
  private int portSite;

  @Option(
      names = "--port-api",
      paramLabel = "PORT",
      defaultValue = "8081",
      description = "The comments API and widget. Default: ${DEFAULT-VALUE}")
  private int portApi;

  @Option(
      names = "--port-console",
      paramLabel = "PORT",
      defaultValue = "8082",
      description = "The moderators' console. Default: ${DEFAULT-VALUE}")
  private int portConsole;

  @Option(
      names = "--port-kafka",
      paramLabel = "PORT",
      defaultValue = "9092",
      description = "The embedded Kafka broker. Default: ${DEFAULT-VALUE}")
  private int portKafka;

  @Option(
      names = "--port-store",
      paramLabel = "PORT",
      description = "The store that is started here. Default: any free port")
  private @Nullable Integer portStore;

  @Option(
      names = "--port-site-actuator",
      paramLabel = "PORT",
      description = "Health and metrics of the site. Default: its port + 10; so for the next two.")
  private @Nullable Integer portSiteActuator;

  @Option(names = "--port-api-actuator", paramLabel = "PORT")
  private @Nullable Integer portApiActuator;

  @Option(names = "--port-console-actuator", paramLabel = "PORT")
  private @Nullable Integer portConsoleActuator;

  @Option(
      names = "--any-ports",
      description = "Take free ports for everything instead; the summary names them.")
  private boolean anyPorts;

  @Option(
      names = "--store",
      paramLabel = "KIND",
      defaultValue = "AUTO",
      description =
          "The store to start: auto, memory or mongod. auto takes a mongod from the PATH, else memory,"
              + " which is for trying things out. Default: auto")
  private StoreKind store = StoreKind.AUTO;

  @Option(
      names = "--mongodb-uri",
      paramLabel = "URI",
      description = "Use this MongoDB instead of starting a store. Also: REJOINDER_MONGODB_URI")
  private @Nullable String mongodbUri;

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description = "Use this Kafka broker instead of the embedded one. Also: REJOINDER_KAFKA")
  private @Nullable String kafka;

  @Option(
      names = "--kafka-config",
      paramLabel = "FILE",
      description =
          "Client settings (user, password, TLS) for --kafka, as Kafka's tools take them.")
  private @Nullable Path kafkaConfig;

  @Option(
      names = "--run",
      paramLabel = "PART",
      split = ",",
      description =
          "Run only these parts in this process: broker, store, review, comment, moderation."
              + " Default: all")
  private Set<Part> parts = EnumSet.noneOf(Part.class);

  @Option(
      names = "--instance",
      paramLabel = "NAME",
      defaultValue = "0",
      description =
          "A stable name for this process's services, needed when a service runs more than once."
              + " Default: ${DEFAULT-VALUE}")
  private String instance = "0";

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "A Spring profile for all services; bench switches rate limits off.")
  private @Nullable String profile;

  @Option(
      names = "--rebuild",
      description = "Drop the services' collections first, and fill them again from the log.")
  private boolean rebuild;

  @Option(
      names = "--no-warm-up",
      description = "Say ready without having sent a few requests through first.")
  private boolean cold;

  @ArgGroup(exclusive = false)
  private @Nullable VerifyAudit verifyAudit;

  @Option(names = "--stop-when-ready", hidden = true)
  private boolean stopWhenReady;

  /** What is to be verified instead of running; null to run. */
  @Nullable VerifyAudit verifyAudit() {
    return verifyAudit;
  }

  Path data() {
    return data;
  }

  boolean stopWhenReady() {
    return stopWhenReady;
  }

  /** Checks what can be checked by looking. */
  Plan plan() {
    if (!instance.matches("[A-Za-z0-9_-]{1,40}")) {
      throw new Refusal("--instance is not 1..40 letters, digits, - or _: " + instance);
    }
    return new Plan(
        data,
        parts,
        anyPorts ? PortPlan.ofFree(Ports.anyFree(PortPlan.COUNT)) : ports(),
        new Plan.Stores(store, orEnvironment(mongodbUri, "REJOINDER_MONGODB_URI")),
        new Plan.Brokers(orEnvironment(kafka, "REJOINDER_KAFKA"), kafkaConfig),
        new Plan.Services(instance, profile, !cold, rebuild),
        readable(importFile));
  }

  private PortPlan ports() {
    return new PortPlan(
        ServicePorts.of(portSite, portSiteActuator),
        ServicePorts.of(portApi, portApiActuator),
        ServicePorts.of(portConsole, portConsoleActuator),
        portKafka,
        portStore);
  }

  /** An address that holds a password need not stand on the command line. */
  private static @Nullable String orEnvironment(@Nullable String given, String variable) {
    return given == null ? System.getenv(variable) : given;
  }

  private static @Nullable Path readable(@Nullable Path file) {
    if (file != null && !(Files.isRegularFile(file) && Files.isReadable(file))) {
      throw new Refusal("%s cannot be read (--import)".formatted(file.toAbsolutePath()));
    }
    return file;
  }
}
