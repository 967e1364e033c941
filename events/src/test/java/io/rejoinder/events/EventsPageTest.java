package io.rejoinder.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** {@code docs/events.md} shows what is written. */
class EventsPageTest {

  private static final Pattern EXAMPLE =
      Pattern.compile(
          "<!-- golden (\\S+) (headers|value) -->\\s+```json\\n(.*?)```", Pattern.DOTALL);

  private final String page;

  EventsPageTest() throws IOException {
    this.page = Files.readString(Path.of("../docs/events.md"));
  }

  @ParameterizedTest
  @EnumSource
  void showsTheGoldenSampleOfEveryType(EventType type) {
    List<JsonNode> shown =
        EXAMPLE
            .matcher(page)
            .results()
            .filter(example -> example.group(1).equals(type.wireName()))
            .filter(example -> example.group(2).equals("value"))
            .map(EventsPageTest::json)
            .toList();

    assertThat(shown).containsExactly(Golden.of(type).value());
  }

  @Test
  void showsTheHeadersOfARecord() {
    assertThat(
            EXAMPLE.matcher(page).results().filter(example -> example.group(2).equals("headers")))
        .singleElement()
        .extracting(EventsPageTest::json)
        .isEqualTo(EventCodec.json().valueToTree(Golden.of(EventType.COMMENT_PUBLISHED).headers()));
  }

  @Test
  void namesEveryTopic() {
    assertThat(Topics.all((short) 1))
        .extracting(NewTopic::name)
        .filteredOn(name -> !name.endsWith(".dead"))
        .allSatisfy(name -> assertThat(page).contains("| `" + name + "` |"));
  }

  private static JsonNode json(MatchResult example) {
    return EventCodec.json().readTree(example.group(3));
  }
}
