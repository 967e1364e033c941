package io.rejoinder.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SchemasTest {

  private static final Path FOLDER = Path.of("src/main/resources/io/rejoinder/events/schemas");
  private static final int SEEDS = 25;

  @Test
  void everyTypeHasOneSchemaAndNothingElseIsThereButTheSharedShapes() throws IOException {
    Stream<String> names = Arrays.stream(EventType.values()).map(EventType::wireName);
    List<String> expected =
        Stream.concat(names, Stream.of("shapes")).map(name -> name + ".json").toList();

    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void everyFileIsASchemaByTheStandardsOwnSchema() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files)
          .allSatisfy(file -> assertThat(Schemas.faultsOfSchema(read(file))).isEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource
  void namesAndDescribesEveryComponentOfTheRecordAndNoOther(EventType type) {
    JsonNode schema = Schemas.of(type).getSchemaNode();

    assertThat(schema.path("properties").propertyNames())
        .containsExactlyInAnyOrderElementsOf(GeneratedEvents.components(type));
    assertThat(schema.path("properties").values())
        .allSatisfy(component -> assertThat(component.path("description").asString()).isNotBlank());
  }

  @ParameterizedTest
  @EnumSource
  void requiresWhatTheRecordCannotBeWithout(EventType type) {
    assertThat(Schemas.of(type).getSchemaNode().path("required").values())
        .extracting(JsonNode::asString)
        .containsExactlyInAnyOrderElementsOf(GeneratedEvents.required(type));
  }

  @ParameterizedTest
  @EnumSource
  void everyObjectIsOpenForFieldsOfNewerWriters(EventType type) {
    JsonNode schema = Schemas.of(type).getSchemaNode();

    assertThat(schema.path("additionalProperties").asBoolean(false)).isTrue();
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("generated")
  void acceptsWhateverTheRecordsCanHoldAndReadingGivesItBack(
      EventType type, String how, Draw draw) {
    Event event = new GeneratedEvents(draw).of(type);

    byte[] value = new EventCodec("/test").write("any", event).value();

    assertThat(Schemas.faults(type, EventCodec.json().readTree(value))).isEmpty();
    assertThat(EventCodec.read(type.wireName(), value)).contains(event);
  }

  static Stream<Arguments> generated() {
    Map<String, Draw> ends = Map.of("smallest", Draw.smallest(), "largest", Draw.largest());
    return Arrays.stream(EventType.values())
        .flatMap(
            type ->
                Stream.concat(
                    ends.entrySet().stream()
                        .map(end -> Arguments.of(type, end.getKey(), end.getValue())),
                    LongStream.range(0, SEEDS)
                        .mapToObj(seed -> Arguments.of(type, "seed " + seed, Draw.random(seed)))));
  }

  @ParameterizedTest
  @EnumSource
  void refusesAValueThatLacksAnyRequiredComponentAndSoDoesReading(EventType type) {
    ObjectNode value = (ObjectNode) Golden.of(type).value();
    List<String> lists = List.of("decisions", "outcomes", "rules", "lessons");

    assertThat(GeneratedEvents.required(type))
        .allSatisfy(
            component -> {
              ObjectNode without = value.deepCopy();
              without.remove(component);
              assertThat(Schemas.faults(type, without)).isNotEmpty();
              // An absent list is read as an empty one: more lenient than what is written.
              if (!lists.contains(component)) {
                assertThat(EventCodecTest.defect(type, without)).startsWith(type.wireName());
              }
            });
  }

  private static JsonNode read(Path file) {
    return EventCodec.json().readTree(file);
  }
}
