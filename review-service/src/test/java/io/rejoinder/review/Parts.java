package io.rejoinder.review;

import de.bwaldvogel.mongo.MongoServer;
import io.rejoinder.store.EmbeddedBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** What the service runs on in tests: a real broker and the embedded store, both in this JVM. */
@TestConfiguration(proxyBeanMethods = false)
public class Parts {

  @Bean
  EmbeddedKafkaBroker broker() {
    return new EmbeddedKafkaKraftBroker(1, 1)
        .brokerProperties(
            Map.of(
                "auto.create.topics.enable", "false",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "offsets.topic.replication.factor", "1",
                "group.initial.rebalance.delay.ms", "0"));
  }

  @Bean(destroyMethod = "shutdownNow")
  MongoServer store() {
    MongoServer server = new MongoServer(new EmbeddedBackend());
    server.bind();
    return server;
  }

  @Bean
  DynamicPropertyRegistrar addresses(EmbeddedKafkaBroker broker, MongoServer store)
      throws IOException {
    Path data = Files.createTempDirectory("rejoinder-review");
    return registry -> {
      registry.add("spring.kafka.bootstrap-servers", broker::getBrokersAsString);
      registry.add(
          "spring.mongodb.uri", () -> "mongodb://127.0.0.1:" + store.getLocalAddress().getPort());
      registry.add("rejoinder.data", data::toString);
      registry.add("management.server.port", () -> "0");
    };
  }
}
