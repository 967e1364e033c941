package io.rejoinder.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.events.EventCodec;
import io.rejoinder.events.UnreadableEvent;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/** The columns of a batch, as the Kafka binder delivers them. */
record BatchMessage(
    List<byte[]> values,
    List<?> keys,
    List<Integer> partitions,
    List<Long> offsets,
    List<Map<String, Object>> headers,
    Consumer<?, ?> consumer) {

  @SuppressWarnings({"unchecked", "NullAway"}) // The binder always sets these headers.
  static BatchMessage of(Message<List<byte[]>> message) {
    var headers = message.getHeaders();
    return new BatchMessage(
        message.getPayload(),
        (List<?>) headers.get(KafkaHeaders.RECEIVED_KEY),
        (List<Integer>) headers.get(KafkaHeaders.RECEIVED_PARTITION),
        (List<Long>) headers.get(KafkaHeaders.OFFSET),
        (List<Map<String, Object>>) headers.get(KafkaHeaders.BATCH_CONVERTED_HEADERS),
        (Consumer<?, ?>) headers.get(KafkaHeaders.CONSUMER));
  }

  int size() {
    return values.size();
  }

  int partition(int i) {
    return partitions.get(i);
  }

  long offset(int i) {
    return offsets.get(i);
  }

  byte[] value(int i) {
    return values.get(i);
  }

  byte[] key(int i) {
    return keys.get(i) instanceof byte[] bytes ? bytes : new byte[0];
  }

  /**
   * The wire name of the type; empty, which no type has, where it is no text.
   *
   * @throws UnreadableEvent if the header is missing
   */
  String type(int i) {
    Object type = headers.get(i).get(EventCodec.TYPE_HEADER);
    if (type == null) {
      throw new UnreadableEvent("no header " + EventCodec.TYPE_HEADER, null);
    }
    return type instanceof byte[] bytes ? new String(bytes, UTF_8) : type.toString();
  }
}
