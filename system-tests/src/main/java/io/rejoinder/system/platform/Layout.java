package io.rejoinder.system.platform;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which processes make a platform, with which arguments, on which ports. */
final class Layout {

  /** As {@code ./start} runs it. */
  private static final List<String> JVM =
      List.of("-Xmx512m", "-XX:+UseParallelGC", "-XX:TieredStopAtLevel=1");

  /** Small: seven of these share a machine with everything else. */
  private static final List<String> JVM_OF_ONE =
      List.of("-Xmx320m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final Setup setup;
  private final @Nullable Engine engine;
  private final FreePorts ports = new FreePorts();
  private final int kafka = ports.next();
  private final int store = ports.next();
  private final List<URI> sites = new ArrayList<>();
  private final List<URI> apis = new ArrayList<>();
  private final List<URI> consoles = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();

  private Layout(Setup setup, @Nullable Engine engine) {
    this.setup = setup;
    this.engine = engine;
  }

  /** Everything in one process. */
  static Layout allInOne(Setup setup, @Nullable Engine engine) {
    Layout layout = new Layout(setup, engine);
    List<String> arguments = layout.brokerAndStore();
    arguments.addAll(layout.site());
    arguments.addAll(layout.api());
    arguments.addAll(layout.console());
    layout.add("platform", JVM, arguments);
    return layout;
  }

  /** Broker and store in one process, each service in two. */
  static Layout split(Setup setup, @Nullable Engine engine) {
    Layout layout = new Layout(setup, engine);
    List<String> base = layout.brokerAndStore();
    base.addAll(List.of("--run", "broker,store"));
    layout.add("broker", JVM, base);
    for (String instance : List.of("a", "b")) {
      layout.addService("review", instance, layout.site());
      layout.addService("comment", instance, layout.api());
      layout.addService("moderation", instance, layout.console());
    }
    return layout;
  }

  List<Node> nodes() {
    return List.copyOf(nodes);
  }

  Addresses addresses() {
    return new Addresses(sites, apis, consoles, "mongodb://127.0.0.1:" + store);
  }

  private void addService(String service, String instance, List<String> portsOfIt) {
    List<String> arguments = new ArrayList<>(portsOfIt);
    arguments.addAll(List.of("--run", service, "--instance", instance));
    arguments.addAll(List.of("--kafka", "127.0.0.1:" + kafka));
    arguments.addAll(List.of("--kafka-config", Platform.kafkaClientFile(setup).toString()));
    arguments.addAll(List.of("--mongodb-uri", "mongodb://127.0.0.1:" + store));
    add(service + "-" + instance, JVM_OF_ONE, arguments);
  }

  private void add(String name, List<String> jvmOptions, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.addAll(List.of("-jar", setup.launcher().toString()));
    command.addAll(List.of("--data", setup.data().toString()));
    command.addAll(arguments);
    command.addAll(setup.arguments());
    nodes.add(new Node(name, command, environment(), setup.logs()));
  }

  private Map<String, String> environment() {
    Map<String, String> all = new HashMap<>(setup.environment());
    if (engine != null) {
      all.put("PATH", engine.folderForPath() + File.pathSeparator + System.getenv("PATH"));
    }
    return all;
  }

  private List<String> brokerAndStore() {
    return new ArrayList<>(
        Arrays.asList(
            "--port-kafka",
            Integer.toString(kafka),
            "--port-store",
            Integer.toString(store),
            "--store",
            engine == null ? "memory" : "mongod"));
  }

  private List<String> site() {
    return service("--port-site", sites);
  }

  private List<String> api() {
    return service("--port-api", apis);
  }

  private List<String> console() {
    return service("--port-console", consoles);
  }

  private List<String> service(String option, List<URI> addresses) {
    int http = ports.next();
    addresses.add(URI.create("http://localhost:" + http));
    return List.of(
        option, Integer.toString(http), option + "-actuator", Integer.toString(ports.next()));
  }
}
