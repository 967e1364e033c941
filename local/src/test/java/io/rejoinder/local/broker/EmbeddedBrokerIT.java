package io.rejoinder.local.broker;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rejoinder.events.Topics;
import io.rejoinder.local.port.Ports;
import io.rejoinder.local.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

  private static Path folder;
  private static EmbeddedBroker broker;
  private static Connection rejoinder;
  private static Connection reader;

  @BeforeAll
  static void start(@TempDir Path temporary) throws Exception {
    folder = temporary;
    Credentials credentials = Credentials.in(folder);
    broker = EmbeddedBroker.start(folder.resolve("kafka"), Ports.anyFree(), credentials);
    rejoinder = new Connection(broker.address(), credentials.rejoinderClient());
    reader = new Connection(broker.address(), credentials.readerClient());
    credentials.writeClientFiles(folder, broker.address());
    try (Admin admin = rejoinder.admin()) {
      Topics.createMissing(admin, (short) 1, Duration.ofSeconds(30));
      ReaderAccess.grant(admin, Topics.PUBLIC);
    }
    try (Admin admin = reader.admin()) {
      // What was granted is known to the authorizer a moment after the grant was acknowledged.
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> admin.listTopics().names().get(10, SECONDS).containsAll(Topics.PUBLIC));
    }
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void aReaderFollowsAnOpenTopicInAGroupOfItsOwn() throws Exception {
    try (var producer = producer(rejoinder)) {
      producer
          .send(
              new ProducerRecord<>(
                  Topics.REVIEWS_PUBLISHED, "id", "{}".getBytes(StandardCharsets.UTF_8)))
          .get(10, SECONDS);
    }
    try (var consumer = consumer(reader, "reader.test")) {
      consumer.subscribe(Set.of(Topics.REVIEWS_PUBLISHED));
      int read = 0;
      for (int polls = 0; read == 0 && polls < 30; polls++) {
        read = consumer.poll(Duration.ofSeconds(1)).count();
      }
      consumer.commitSync();
      assertThat(read).isEqualTo(1);
    }
  }

  @Test
  void aReaderCannotJoinOrTakeOverAGroupOfThePlatform() {
    try (var consumer = consumer(reader, "comment-service.thread")) {
      consumer.subscribe(Set.of(Topics.REVIEWS_PUBLISHED));
      assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(10)))
          .isInstanceOf(GroupAuthorizationException.class);
    }
  }

  @Test
  void aReaderCannotReadInsideTopics() {
    for (String topic :
        List.of(Topics.COMMENTS_SUBMITTED, Topics.COMMENTS_MODERATED, Topics.ACCOUNTS)) {
      try (var consumer = consumer(reader, "reader.test")) {
        consumer.assign(Set.of(new TopicPartition(topic, 0)));
        assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(10)))
            .isInstanceOf(TopicAuthorizationException.class);
      }
    }
  }

  @Test
  void aReaderCannotEvenSeeInsideTopics() throws Exception {
    try (Admin admin = reader.admin()) {
      assertThat(admin.listTopics().names().get(10, SECONDS)).isEqualTo(Topics.PUBLIC);
    }
  }

  @Test
  void aReaderCannotWrite() {
    // An idempotent producer would be refused its id before it gets to the topic.
    Map<String, Object> plainly = Map.of("enable.idempotence", false);
    try (var producer = producer(reader, plainly)) {
      assertThatThrownBy(
              () ->
                  producer
                      .send(new ProducerRecord<>(Topics.COMMENTS_PUBLISHED, "id", new byte[1]))
                      .get(10, SECONDS))
          .hasRootCauseInstanceOf(TopicAuthorizationException.class);
    }
  }

  @Test
  void nobodyComesInWithoutAPassword() {
    String address = broker.address();
    assertThatThrownBy(() -> Connection.to(address, null))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(address)
        .hasMessageContaining("--kafka");
  }

  @Test
  void theFileForOtherProgramsIsAllTheyNeed() {
    Connection connection = Connection.to(broker.address(), Credentials.readerFile(folder));
    assertThat(connection.client()).isEqualTo(reader.client());
  }

  @Test
  void theControllerListensToTheBrokerAlone() {
    Map<String, Object> settings = new HashMap<>(reader.client());
    settings.put("bootstrap.controllers", broker.controllerAddress());
    try (Admin admin = Admin.create(settings)) {
      assertThatThrownBy(() -> admin.describeCluster().nodes().get(20, SECONDS))
          .hasCauseInstanceOf(SaslAuthenticationException.class);
    }
  }

  @Test
  void topicsAreNeverCreatedByUsingThem() {
    try (Admin admin = rejoinder.admin()) {
      assertThatThrownBy(
              () -> admin.describeTopics(Set.of("never.v1")).allTopicNames().get(10, SECONDS))
          .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
    }
  }

  @Test
  void aValueOf256KilobytesIsTakenAndALargerBatchIsNot() throws Exception {
    try (var producer = producer(rejoinder)) {
      producer
          .send(new ProducerRecord<>(Topics.COMMENTS_MODERATED, "id", new byte[256 * 1024]))
          .get(10, SECONDS);
      assertThatThrownBy(
              () ->
                  producer
                      .send(
                          new ProducerRecord<>(
                              Topics.COMMENTS_MODERATED, "id", new byte[300 * 1024]))
                      .get(10, SECONDS))
          .hasCauseInstanceOf(RecordTooLargeException.class);
    }
  }

  @Test
  void passwordsArePrivateAndStayTheSame() throws Exception {
    assertThat(Credentials.in(folder).readerClient()).isEqualTo(reader.client());
    for (String file :
        List.of("kafka-credentials", "kafka-reader.properties", "kafka-rejoinder.properties")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
          .isEqualTo("rw-------");
    }
    assertThat(Credentials.in(folder)).hasToString("Credentials[rejoinder=…, reader=…]");
  }

  private static KafkaProducer<String, byte[]> producer(Connection connection) {
    return producer(connection, Map.of());
  }

  private static KafkaProducer<String, byte[]> producer(
      Connection connection, Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(settings(connection));
    settings.putAll(more);
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  private static KafkaConsumer<String, String> consumer(Connection connection, String group) {
    Map<String, Object> settings = settings(connection);
    settings.put("group.id", group);
    settings.put("auto.offset.reset", "earliest");
    return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
  }

  private static Map<String, Object> settings(Connection connection) {
    Map<String, Object> settings = new HashMap<>(connection.client());
    settings.put("bootstrap.servers", connection.address());
    return settings;
  }
}
