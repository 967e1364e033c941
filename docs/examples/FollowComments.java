import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Prints every comment that readers see, from the first one on, and then each change as it happens:
 * one JSON object on a line, with the event's {@code type} and the {@code event} itself.
 *
 * <p>The only argument is a file with the settings of a Kafka client; the platform writes one.
 */
public final class FollowComments {
  private static final String TOPIC = "comments.published.v1";
  private static final Set<String> KNOWN_TYPES =
      Set.of(
          "rejoinder.comment.published.v1",
          "rejoinder.comment.revised.v1",
          "rejoinder.comment.removed.v1");

  public static void main(String[] args) throws IOException {
    Properties settings = new Properties();
    try (Reader file = Files.newBufferedReader(Path.of(args[0]))) {
      settings.load(file);
    }
    StringDeserializer text = new StringDeserializer();
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8);
    Map<String, Long> versions = new HashMap<>();
    try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings, text, text)) {
      // No group: this reads all partitions, and all of them anew each time that it is started.
      List<TopicPartition> partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(partition -> new TopicPartition(TOPIC, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (!out.checkError()) { // also flushes; an error is a reader that went away
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofSeconds(1))) {
          String type = header(record, "ce_type");
          if (KNOWN_TYPES.contains(type) && isNew(record, versions)) {
            out.println("{\"type\":\"" + type + "\",\"event\":" + record.value() + "}");
          }
        }
      }
    }
  }

  /** A change may come again: only a higher version of a comment is news. */
  private static boolean isNew(ConsumerRecord<String, String> record, Map<String, Long> versions) {
    String id = header(record, "ce_id"); // <comment>/<version>
    long version = Long.parseLong(id.substring(id.lastIndexOf('/') + 1));
    if (version <= versions.getOrDefault(record.key(), 0L)) {
      return false;
    }
    versions.put(record.key(), version);
    return true;
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }
}
