package io.rejoinder.local.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The broker's configuration: one node that is broker and controller, on loopback, behind a
 * password, and small. How it writes to disk is Kafka's default: an acknowledged record is in the
 * page cache and so survives the death of the process; with one replica it does not survive every
 * death of the machine.
 */
final class BrokerSettings {

  static final int NODE = 1;
  static final String CONTROLLER = "CONTROLLER";

  /** A value of at most 256 KB, with its key, headers and the batch's own bytes. */
  static final int LARGEST_BATCH = (256 + 32) * 1024;

  private static final String INSIDE = "INSIDE";

  private BrokerSettings() {}

  static Map<String, String> of(
      Path folder, int port, int controllerPort, Credentials credentials) {
    Map<String, String> all = new HashMap<>();
    addNode(all, folder, port, controllerPort);
    addSecurity(all, credentials);
    addSmallness(all);
    addTimes(all);
    return all;
  }

  private static void addNode(Map<String, String> all, Path folder, int port, int controllerPort) {
    String host = "127.0.0.1:";
    all.put("node.id", Integer.toString(NODE));
    all.put("process.roles", "broker,controller");
    all.put("log.dirs", folder.toString());
    all.put(
        "listeners",
        "%s://%s%d,%s://%s%d".formatted(INSIDE, host, port, CONTROLLER, host, controllerPort));
    all.put("advertised.listeners", "%s://%s%d".formatted(INSIDE, host, port));
    // The voter's id is what counts; its port may differ at each start.
    all.put("controller.quorum.voters", NODE + "@" + host + controllerPort);
    all.put("controller.listener.names", CONTROLLER);
    all.put("inter.broker.listener.name", INSIDE);
    all.put("auto.create.topics.enable", "false");
    all.put("message.max.bytes", Integer.toString(LARGEST_BATCH));
    for (String topic :
        new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
      all.put(topic + ".replication.factor", "1");
      all.put(topic + ".num.partitions", "6");
    }
    all.put("transaction.state.log.min.isr", "1");
    all.put("share.coordinator.state.topic.min.isr", "1");
  }

  private static void addSecurity(Map<String, String> all, Credentials credentials) {
    all.put(
        "listener.security.protocol.map",
        INSIDE + ":SASL_PLAINTEXT," + CONTROLLER + ":SASL_PLAINTEXT");
    all.put("sasl.enabled.mechanisms", "PLAIN");
    all.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
    all.put("sasl.mechanism.controller.protocol", "PLAIN");
    all.put("listener.name.inside.plain.sasl.jaas.config", credentials.serverLogin());
    all.put("listener.name.controller.plain.sasl.jaas.config", credentials.controllerLogin());
    all.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    all.put("super.users", "User:" + Credentials.REJOINDER);
    all.put("allow.everyone.if.no.acl.found", "false");
  }

  private static void addSmallness(Map<String, String> all) {
    all.put("num.network.threads", "2");
    all.put("num.io.threads", "4");
    all.put("background.threads", "2");
    // The default takes 128 MB; 2 MB are enough for 78,000 keys in one pass.
    all.put("log.cleaner.dedupe.buffer.size", "2097152");
  }

  private static void addTimes(Map<String, String> all) {
    // A start after a crash waits until the old session is over: 9 s by default.
    all.put("broker.session.timeout.ms", "2000");
    all.put("broker.heartbeat.interval.ms", "500");
    all.put("group.initial.rebalance.delay.ms", "0");
    // Readers of committed records wait behind a transaction that hangs after a crash.
    all.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    // What was erased is to leave the disk soon after its topic lets it go.
    all.put("log.retention.check.interval.ms", "30000");
    all.put("log.segment.delete.delay.ms", "5000");
    // Longer than any command is kept: a platform that was off for weeks goes on where it stopped.
    all.put("offsets.retention.minutes", Integer.toString(60 * 24 * 60));
  }
}
