package io.rejoinder.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import tools.jackson.databind.JsonNode;

/**
 * A record as some version wrote it. The files are never edited: what they hold must stay readable.
 *
 * @param topic where it was written
 * @param key its key
 * @param headers its headers, by name
 * @param value its value
 */
record Golden(String topic, String key, Map<String, String> headers, JsonNode value) {

  static Golden of(EventType type) {
    return named(type.wireName());
  }

  /** A sample of a form that a type got later, by its name below {@code golden/later}. */
  static Golden later(String name) {
    return named("later/" + name);
  }

  private static Golden named(String name) {
    String file = "/golden/" + name + ".json";
    try (InputStream in = Golden.class.getResourceAsStream(file)) {
      return EventCodec.json().readValue(Objects.requireNonNull(in, file), Golden.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes() {
    return EventCodec.json().writeValueAsBytes(value);
  }

  Headers kafkaHeaders() {
    RecordHeaders headers = new RecordHeaders();
    this.headers.forEach((name, text) -> headers.add(name, text.getBytes(UTF_8)));
    return headers;
  }

  Event event() {
    return EventCodec.read(kafkaHeaders(), bytes()).orElseThrow();
  }

  static Map<String, String> texts(Headers headers) {
    Map<String, String> texts = new TreeMap<>();
    for (Header header : headers) {
      texts.put(header.key(), new String(header.value(), UTF_8));
    }
    return texts;
  }
}
