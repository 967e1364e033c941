package io.rejoinder.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Revise;
import io.rejoinder.events.comment.Withdraw;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class EventCodecTest {

  private static final String ID = "00112233445566778899aabbccddeeff";
  private static final String WITHDRAW = "rejoinder.comment.withdraw.v1";
  private static final Instant AT = Instant.parse("2026-11-22T10:15:30Z");

  private final EventCodec codec = new EventCodec("/comment-service");

  @Test
  void writesCloudEventsInKafkasBinaryMode() {
    ProducerRecord<byte[], byte[]> record =
        codec.write("comments.submitted.v1", new Withdraw("w-1", new CommentId(ID), AT));

    assertThat(record.topic()).isEqualTo("comments.submitted.v1");
    assertThat(record.partition()).isNull();
    assertThat(record.timestamp()).isNull();
    assertThat(new String(record.key(), UTF_8)).isEqualTo(ID);
    assertThat(new String(record.value(), UTF_8))
        .isEqualTo(
            "{\"command\":\"w-1\",\"comment\":\"" + ID + "\",\"at\":\"2026-11-22T10:15:30Z\"}");
    assertThat(Golden.texts(record.headers()))
        .isEqualTo(
            Map.of(
                "ce_specversion", "1.0",
                "content-type", "application/json",
                "ce_source", "/comment-service",
                "ce_type", WITHDRAW,
                "ce_id", "w-1",
                "ce_subject", ID,
                "ce_time", "2026-11-22T10:15:30Z"));
  }

  @Test
  void writesToTheChosenPartition() {
    assertThat(codec.write("t", 4, new Withdraw("w-1", new CommentId(ID), AT)).partition())
        .isEqualTo(4);
  }

  @Test
  void refusesAValueLargerThanTheBoundAndSaysByHowMuch() {
    Revise revise =
        new Revise("r-1", new CommentId(ID), 1, "x".repeat(EventCodec.MAX_VALUE_BYTES), AT);

    assertThatThrownBy(() -> codec.write("t", revise))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("value of r-1: 262\\d{3} bytes \\(expected: at most 262144\\)");
  }

  @Test
  void passesOverATypeThatANewerWriterAdded() {
    assertThat(EventCodec.read("rejoinder.comment.pinned.v1", "{}".getBytes(UTF_8))).isEmpty();
    assertThat(EventCodec.read("rejoinder.comment.pinned.v1", null)).isEmpty();
  }

  @Test
  void refusesARecordWithoutAType() {
    assertThatThrownBy(() -> EventCodec.read(new RecordHeaders(), "{}".getBytes(UTF_8)))
        .isInstanceOf(UnreadableEvent.class)
        .hasMessage("no header ce_type");
  }

  @Test
  void readsTheLastTypeWhereThereAreTwo() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("ce_type", "something.else".getBytes(UTF_8));
    headers.add("ce_type", WITHDRAW.getBytes(UTF_8));

    assertThat(EventCodec.read(headers, Golden.of(EventType.WITHDRAW).bytes()))
        .containsInstanceOf(Withdraw.class);
  }

  @ParameterizedTest
  @EnumSource
  void refusesARecordWithoutAValue(EventType type) {
    assertThatThrownBy(() -> EventCodec.read(type.wireName(), null))
        .isInstanceOf(UnreadableEvent.class)
        .hasMessage(type.wireName() + ": no value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[]", "\"text\"", "7", "{", "{}", "{} {}", "not JSON", "\u0000"})
  void refusesAValueOfAnotherShape(String value) {
    assertThatThrownBy(() -> EventCodec.read(WITHDRAW, value.getBytes(UTF_8)))
        .isInstanceOf(UnreadableEvent.class)
        .hasMessageStartingWith(WITHDRAW + ": ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "secret words",
        "{'comment':'secret words'}",
        "{'command':'w-1','comment':'00112233445566778899aabbccddeeff','at':'secret words'}",
        "{'command':'w-1','comment':'00112233445566778899aabbccddeeff','at':{'secret words':1}}",
        "{'command':'w-1','comment':['secret words']}",
        "{'command':'w-1','secret words'}",
        "{'comment':'secret words",
      })
  void saysWhatIsWrongWithoutAWordOfTheContent(String value) {
    UnreadableEvent unreadable = unreadable(WITHDRAW, value.replace('\'', '"'));

    StringWriter logged = new StringWriter();
    unreadable.printStackTrace(new PrintWriter(logged));
    assertThat(logged.toString()).startsWith(UnreadableEvent.class.getName() + ": " + WITHDRAW);
    assertThat(logged.toString()).doesNotContain("secret").doesNotContain("words");
  }

  @Test
  void namesTheComponentThatIsWrong() {
    assertThat(unreadable(WITHDRAW, "{\"command\":\"w-1\",\"comment\":\"short\"}"))
        .hasMessageEndingWith(" at comment");
  }

  @Test
  void namesNoKeyOfAMapForThatIsContent() {
    String state = EventType.COMMENT_STATE.wireName();
    String value = "{'decisions':[{'versions':{'secret':{}}}]}".replace('\'', '"');

    assertThat(unreadable(state, value)).hasMessageEndingWith(" at decisions.*.versions.*");
  }

  @Test
  void hasAWireNameForEveryEventAndRefusesOthers() {
    Event unknown =
        new Event() {
          @Override
          public String key() {
            return "k";
          }

          @Override
          public String eventId() {
            return "e";
          }

          @Override
          public Instant at() {
            return AT;
          }
        };

    assertThatThrownBy(() -> codec.write("t", unknown))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no wire name for ");
  }

  /** What reading says of a value of the wrong shape. */
  static String defect(EventType type, JsonNode value) {
    return Objects.requireNonNull(unreadable(type.wireName(), value.toString()).getMessage());
  }

  private static UnreadableEvent unreadable(String type, String value) {
    return Objects.requireNonNull(
        catchThrowableOfType(
            UnreadableEvent.class, () -> EventCodec.read(type, value.getBytes(UTF_8))));
  }
}
