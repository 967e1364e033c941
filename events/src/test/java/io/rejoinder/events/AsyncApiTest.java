package io.rejoinder.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The AsyncAPI document says what the code does; whether it is well-formed, a parser checks. */
class AsyncApiTest {

  private final JsonNode document = new YAMLMapper().readTree(Path.of("asyncapi.yaml"));

  @Test
  void hasAChannelForEveryTopicAndNoOther() {
    assertThat(channels())
        .containsOnlyKeys(
            declared().stream()
                .map(NewTopic::name)
                .map(name -> name.endsWith(".dead") ? "{topic}.dead" : name)
                .toList());
    assertThat(strings(channel("{topic}.dead").path("parameters").path("topic").path("enum")))
        .containsExactlyInAnyOrderElementsOf(
            declared().stream()
                .map(NewTopic::name)
                .filter(name -> name.endsWith(".dead"))
                .map(name -> name.substring(0, name.length() - ".dead".length()))
                .toList());
  }

  @Test
  void declaresPartitionsAndCleaningAsTheTopicsAreMade() {
    for (NewTopic topic : declared()) {
      String address = topic.name().endsWith(".dead") ? "{topic}.dead" : topic.name();
      JsonNode kafka = channel(address).path("bindings").path("kafka");

      assertThat(kafka.path("partitions").asInt()).as(address).isEqualTo(topic.numPartitions());
      assertThat(configuration(kafka.path("topicConfiguration")))
          .as(address)
          .isEqualTo(topic.configs());
    }
  }

  @Test
  void tellsThePublicTopicsFromTheOthers() {
    channels()
        .forEach(
            (address, channel) ->
                assertThat(channel.path("tags").get(0).path("name").asString())
                    .as(address)
                    .isEqualTo(Topics.PUBLIC.contains(address) ? "public" : "inside"));
  }

  @ParameterizedTest
  @EnumSource
  void describesEveryTypeByItsSchemaItsHeadersAndItsGoldenSample(EventType type) {
    JsonNode message = message(type);
    Golden golden = Golden.of(type);

    assertThat(Path.of(message.path("payload").path("schema").path("$ref").asString()).normalize())
        .isEqualTo(Path.of("src/main/resources").resolve(Schemas.path(type)))
        .matches(Files::exists);
    JsonNode pinned = message.path("headers").path("allOf").get(1).path("properties");
    assertThat(pinned.path("ce_type").path("const").asString()).isEqualTo(type.wireName());
    assertThat(pinned.path("ce_source").path("const").asString())
        .isEqualTo(golden.headers().get("ce_source"));
    assertThat(message.path("examples").get(0).path("payload").path("$ref").asString())
        .isEqualTo("./src/test/resources/golden/" + type.wireName() + ".json#/value");
  }

  @ParameterizedTest
  @EnumSource
  void hasEveryTypeInTheTopicThatItIsWrittenTo(EventType type) {
    List<String> addresses =
        channels().entrySet().stream()
            .filter(
                channel ->
                    channel.getValue().path("messages").properties().stream()
                        .map(reference -> reference.getValue().path("$ref").asString())
                        .map(reference -> document.at(reference.substring(1)))
                        .anyMatch(message -> message.equals(message(type))))
            .map(Map.Entry::getKey)
            .toList();

    assertThat(addresses).containsExactly(Golden.of(type).topic());
  }

  private JsonNode message(EventType type) {
    return document.path("components").path("messages").properties().stream()
        .map(Map.Entry::getValue)
        .filter(message -> message.path("name").asString().equals(type.wireName()))
        .collect(Collectors.collectingAndThen(Collectors.toList(), found -> found.get(0)));
  }

  private JsonNode channel(String address) {
    return channels().getOrDefault(address, MissingNode.getInstance());
  }

  private Map<String, JsonNode> channels() {
    Map<String, JsonNode> channels = new HashMap<>();
    document
        .path("channels")
        .properties()
        .forEach(
            channel ->
                channels.put(channel.getValue().path("address").asString(), channel.getValue()));
    return channels;
  }

  private static List<NewTopic> declared() {
    return Topics.all((short) 1);
  }

  private static Map<String, String> configuration(JsonNode configuration) {
    Map<String, String> texts = new TreeMap<>();
    for (var entry : configuration.properties()) {
      JsonNode value = entry.getValue();
      texts.put(
          entry.getKey(), value.isArray() ? String.join(",", strings(value)) : value.asString());
    }
    return texts;
  }

  private static List<String> strings(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
  }
}
