package io.rejoinder.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * A record that says nothing. Kafka begins a new file of a partition only with a record, and cleans
 * and deletes only files that are not written to any more: without a tick now and then, what was
 * erased would stay on the disk of a partition that nobody writes to. A type that no consumer
 * knows, so every one passes over it.
 */
public final class Tick {

  /** Its {@code ce_type}. */
  public static final String TYPE = "rejoinder.tick.v1";

  /** Its key: each tick takes the place of the one before. */
  private static final byte[] KEY = "tick".getBytes(UTF_8);

  private static final byte[] VALUE = "{}".getBytes(UTF_8);

  private Tick() {}

  /** A tick for a partition. */
  public static ProducerRecord<byte[], byte[]> record(String topic, int partition, Instant at) {
    List<Header> headers =
        List.of(
            header("ce_specversion", "1.0"),
            header("content-type", "application/json"),
            header("ce_source", "/moderation-service"),
            header(EventCodec.TYPE_HEADER, TYPE),
            header("ce_id", "tick/" + partition + "/" + at.toEpochMilli()),
            header("ce_time", InstantText.write(at)));
    return new ProducerRecord<>(topic, partition, null, KEY, VALUE, headers);
  }

  /** Whether these are the headers of one. */
  public static boolean is(Headers headers) {
    Header type = headers.lastHeader(EventCodec.TYPE_HEADER);
    return type != null && new String(type.value(), UTF_8).equals(TYPE);
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(UTF_8));
  }
}
