package io.rejoinder.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.EventCodec;
import io.rejoinder.events.EventType;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentChange;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentPublished;
import io.rejoinder.events.comment.CommentRemoved;
import io.rejoinder.events.comment.CommentRevised;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.local.broker.Credentials;
import io.rejoinder.local.broker.EmbeddedBroker;
import io.rejoinder.local.broker.ReaderAccess;
import io.rejoinder.local.port.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class FollowCommentsIT {

  private static final CommentId ROOT = new CommentId("0a9e8d7c6b5a49382716051423324150");
  private static final CommentId REPLY = new CommentId("5b1f0c9d4e7a82633f9a1d2c6b8e4f70");
  private static final ThreadId THREAD = new ThreadId("the-long-goodbye-1973");
  private static final Instant AT = Instant.parse("2026-11-22T10:15:30Z");

  private final EventCodec codec = new EventCodec("/comment-service");

  @Test
  void printsEachChangeOnceFromTheFirstOnWithTheCredentialsOfOtherPrograms(@TempDir Path data)
      throws Exception {
    Credentials credentials = Credentials.in(data);
    try (EmbeddedBroker broker =
        EmbeddedBroker.start(data.resolve("kafka"), Ports.anyFree(), credentials)) {
      credentials.writeClientFiles(data, broker.address());
      Map<String, Object> platform = new HashMap<>(credentials.rejoinderClient());
      platform.put("bootstrap.servers", broker.address());
      prepare(platform);
      try (KafkaProducer<byte[], byte[]> producer =
              new KafkaProducer<>(platform, new ByteArraySerializer(), new ByteArraySerializer());
          RunningExample example =
              new RunningExample("FollowComments.java", Credentials.readerFile(data))) {
        follow(producer, example);
      }
    }
  }

  private void follow(KafkaProducer<byte[], byte[]> producer, RunningExample example)
      throws Exception {
    write(producer, published(ROOT, 1, "Altman’s \"cat\"\n🐈"));
    write(producer, published(ROOT, 1, "Altman’s \"cat\"\n🐈"));
    write(producer, published(REPLY, 2, "He fed it."));
    write(producer, revised(ROOT, 4, "No cat"));
    write(producer, revised(ROOT, 4, "No cat"));
    write(producer, published(ROOT, 1, "Altman’s \"cat\"\n🐈"));
    producer.send(ofAnUnknownType()).get();

    assertThat(next(example)).isEqualTo(line(published(ROOT, 1, "Altman’s \"cat\"\n🐈")));
    assertThat(next(example)).isEqualTo(line(published(REPLY, 2, "He fed it.")));
    assertThat(next(example)).isEqualTo(line(revised(ROOT, 4, "No cat")));

    CommentChange removed = new CommentRemoved(ROOT, THREAD, null, 5, AT, AT);
    write(producer, removed);
    assertThat(next(example)).isEqualTo(line(removed));
  }

  private static void prepare(Map<String, Object> platform) {
    try (Admin admin = Admin.create(platform)) {
      Topics.createMissing(admin, (short) 1, Duration.ofSeconds(30));
      ReaderAccess.grant(admin, Topics.PUBLIC);
    }
  }

  private void write(KafkaProducer<byte[], byte[]> producer, CommentChange change)
      throws Exception {
    producer.send(record(change)).get();
  }

  private ProducerRecord<byte[], byte[]> record(CommentChange change) {
    int partition = Topics.partitionOfThread(change.thread().value(), Topics.PARTITIONS);
    return codec.write(Topics.COMMENTS_PUBLISHED, partition, change);
  }

  private ProducerRecord<byte[], byte[]> ofAnUnknownType() {
    ProducerRecord<byte[], byte[]> record = record(published(REPLY, 9, "later"));
    record.headers().remove(EventCodec.TYPE_HEADER);
    record.headers().add(EventCodec.TYPE_HEADER, "rejoinder.comment.liked.v1".getBytes(UTF_8));
    return record;
  }

  private static CommentChange published(CommentId id, long version, String text) {
    CommentId parent = id.equals(ROOT) ? null : ROOT;
    return new CommentPublished(
        id, THREAD, parent, version, "Marlowe", text, "<p>…</p>", 1, AT, null, AT);
  }

  private static CommentChange revised(CommentId id, long version, String text) {
    return new CommentRevised(
        id, THREAD, null, version, "Marlowe", text, "<p>…</p>", 2, AT, AT, AT);
  }

  private JsonNode line(CommentChange change) {
    String value = new String(record(change).value(), UTF_8);
    String type = EventType.of(change).wireName();
    return EventCodec.json().readTree("{\"type\":\"" + type + "\",\"event\":" + value + "}");
  }

  private static JsonNode next(RunningExample example) throws InterruptedException {
    String line = Objects.requireNonNull(example.line(), "nothing more was printed");
    return EventCodec.json().readTree(line);
  }
}
