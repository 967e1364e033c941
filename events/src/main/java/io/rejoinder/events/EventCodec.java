package io.rejoinder.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events to Kafka records and back: CloudEvents 1.0 in Kafka's binary mode ({@code ce_*} headers,
 * JSON value; <a
 * href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">binding</a>).
 *
 * <p>Absent optional values are left out of the JSON. Threadsafe.
 */
public final class EventCodec {

  /** The largest value that is written, in bytes (the design's bound for a record). */
  public static final int MAX_VALUE_BYTES = 256 * 1024;

  /** The header that names the type of the value. */
  public static final String TYPE_HEADER = "ce_type";

  private static final Header SPEC_VERSION = header("ce_specversion", "1.0");
  private static final Header CONTENT_TYPE = header("content-type", "application/json");

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .addModule(InstantText.module())
          .build();

  private final Header source;

  /**
   * A codec for what one service writes.
   *
   * @param source the CloudEvents {@code source}: a URI reference such as {@code /comment-service}
   */
  public EventCodec(String source) {
    this.source = header("ce_source", source);
  }

  /** The JSON mapper of the contract, for tools that show or check events. */
  public static JsonMapper json() {
    return JSON;
  }

  /** A record for the partition that the key hashes to. */
  public ProducerRecord<byte[], byte[]> write(String topic, Event event) {
    return write(topic, null, event);
  }

  /**
   * A record for a chosen partition.
   *
   * @param partition the partition, or null for the one that the key hashes to
   * @throws IllegalArgumentException if the value is larger than {@link #MAX_VALUE_BYTES}
   */
  public ProducerRecord<byte[], byte[]> write(
      String topic, @Nullable Integer partition, Event event) {
    byte[] value = JSON.writeValueAsBytes(event);
    if (value.length > MAX_VALUE_BYTES) {
      throw new IllegalArgumentException(
          "value of %s: %d bytes (expected: at most %d)"
              .formatted(event.eventId(), value.length, MAX_VALUE_BYTES));
    }
    return new ProducerRecord<>(
        topic, partition, null, event.key().getBytes(UTF_8), value, headers(event));
  }

  private List<Header> headers(Event event) {
    List<Header> headers = new ArrayList<>(7);
    headers.add(SPEC_VERSION);
    headers.add(CONTENT_TYPE);
    headers.add(source);
    headers.add(header(TYPE_HEADER, EventType.of(event).wireName()));
    headers.add(header("ce_id", event.eventId()));
    headers.add(header("ce_subject", event.key()));
    headers.add(header("ce_time", InstantText.write(event.at())));
    return headers;
  }

  /**
   * The event of a record.
   *
   * @return empty for a type that this version does not know: newer writers may add types, and a
   *     consumer passes over what it does not know
   * @throws UnreadableEvent if the type is missing or the value does not have the type's shape
   */
  public static Optional<Event> read(Headers headers, byte @Nullable [] value) {
    Header type = headers.lastHeader(TYPE_HEADER);
    if (type == null) {
      throw new UnreadableEvent("no header " + TYPE_HEADER, null);
    }
    return read(new String(type.value(), UTF_8), value);
  }

  /** As {@link #read(Headers, byte[])}, with the type's wire name given. */
  public static Optional<Event> read(String type, byte @Nullable [] value) {
    return EventType.named(type).map(known -> decode(known, value));
  }

  private static Event decode(EventType type, byte @Nullable [] value) {
    if (value == null) {
      throw new UnreadableEvent(type.wireName() + ": no value", null);
    }
    try {
      Event event = JSON.readValue(value, type.recordClass());
      if (event == null) {
        throw new UnreadableEvent(type.wireName() + ": the value is null", null);
      }
      return event;
    } catch (JacksonException e) {
      // Neither its message nor its trace: both quote the value, which may hold personal data.
      throw new UnreadableEvent(type.wireName() + ": " + defect(e), null);
    }
  }

  private static String defect(JacksonException e) {
    String place = e.getPath().stream().map(EventCodec::component).collect(Collectors.joining("."));
    String defect = e.getClass().getSimpleName();
    return place.isEmpty() ? defect : defect + " at " + place;
  }

  /** Names components of records alone: the keys of maps are content. */
  private static String component(JacksonException.Reference step) {
    boolean ofRecord = step.from() instanceof Class<?> owner && owner.isRecord();
    String name = step.getPropertyName();
    return ofRecord && name != null ? name : "*";
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(UTF_8));
  }
}
