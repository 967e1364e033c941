package io.rejoinder.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

class GoldenSamplesTest {

  /** Beside the first sample of each type: what optional fields that were added later look like. */
  private static final Map<String, EventType> LATER =
      Map.ofEntries(
          entry("rejoinder.account.state.v1.second-factor", EventType.ACCOUNT_STATE),
          entry("rejoinder.token.state.v1.revoked", EventType.TOKEN_STATE),
          entry("rejoinder.comment.state.v1.appeal", EventType.COMMENT_STATE),
          entry("rejoinder.comment.decide.v1.sole", EventType.DECIDE),
          entry("rejoinder.comment.state.v1.reports", EventType.COMMENT_STATE),
          entry("rejoinder.thread.state.v1.reports", EventType.THREAD_STATE),
          entry("rejoinder.thread.followed.v1.stopped", EventType.THREAD_FOLLOWED),
          entry("rejoinder.comment.published.v1.likes", EventType.COMMENT_PUBLISHED),
          entry("rejoinder.comment.published.v1.verified", EventType.COMMENT_PUBLISHED),
          entry("rejoinder.comment.submit.v1.verified", EventType.SUBMIT),
          entry("rejoinder.comment.submit.v1.reader", EventType.SUBMIT),
          entry("rejoinder.comment.state.v1.sampled", EventType.COMMENT_STATE),
          entry("rejoinder.comment.submit.v1.circumstances", EventType.SUBMIT),
          entry("rejoinder.comment.submit.v1.premoderated", EventType.SUBMIT),
          entry("rejoinder.comment.revise.v1.premoderated", EventType.REVISE),
          entry("rejoinder.training.example.v1.submitted", EventType.TRAINING_EXAMPLE),
          entry("rejoinder.screening.settings.v1.read-only", EventType.SCREENING_SETTINGS),
          entry("rejoinder.screening.settings.v1.model", EventType.SCREENING_SETTINGS));

  @Test
  void everyTypeHasItsSamplesAndNothingElseIsThere() throws IOException {
    Stream<String> first = Arrays.stream(EventType.values()).map(EventType::wireName);
    Path golden = Path.of("src/test/resources/golden");
    assertThat(names(golden)).containsExactlyInAnyOrderElementsOf(first.toList());
    assertThat(names(golden.resolve("later"))).containsExactlyInAnyOrderElementsOf(LATER.keySet());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .toList();
    }
  }

  @Test
  void laterSamplesAreEncodedAgainToTheSameRecordAndValid() {
    LATER.forEach(
        (name, type) -> {
          Golden golden = Golden.later(name);
          EventCodec codec = new EventCodec(golden.headers().getOrDefault("ce_source", ""));
          ProducerRecord<byte[], byte[]> written = codec.write(golden.topic(), golden.event());
          assertThat(EventCodec.json().readTree(written.value())).isEqualTo(golden.value());
          assertThat(Golden.texts(written.headers())).isEqualTo(golden.headers());
          assertThat(Schemas.faults(type, golden.value())).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void decodesToTheRecordOfItsType(EventType type) {
    assertThat(Golden.of(type).event()).isInstanceOf(type.recordClass());
  }

  @ParameterizedTest
  @EnumSource
  void isEncodedAgainToTheSameRecord(EventType type) {
    Golden golden = Golden.of(type);
    EventCodec codec = new EventCodec(golden.headers().getOrDefault("ce_source", ""));

    ProducerRecord<byte[], byte[]> written = codec.write(golden.topic(), golden.event());

    assertThat(EventCodec.json().readTree(written.value())).isEqualTo(golden.value());
    assertThat(new String(written.key(), UTF_8)).isEqualTo(golden.key());
    assertThat(Golden.texts(written.headers())).isEqualTo(golden.headers());
  }

  @ParameterizedTest
  @EnumSource
  void isValidByItsSchema(EventType type) {
    assertThat(Schemas.faults(type, Golden.of(type).value())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void stillMeansTheSameWithFieldsThatANewerWriterAdded(EventType type) {
    Golden golden = Golden.of(type);
    ObjectNode newer = (ObjectNode) golden.value().deepCopy();
    newer.put("mood", "noir").putObject("later").put("number", 1);
    for (var component : newer.properties()) {
      if (component.getValue() instanceof ObjectNode nested) {
        nested.put("mood", "noir");
      }
    }

    assertThat(EventCodec.read(type.wireName(), EventCodec.json().writeValueAsBytes(newer)))
        .contains(golden.event());
    assertThat(Schemas.faults(type, newer)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void standsInATopicOfTheContract(EventType type) {
    assertThat(Topics.all((short) 1))
        .extracting(topic -> topic.name())
        .contains(Golden.of(type).topic());
  }
}
