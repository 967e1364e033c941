package io.rejoinder.events;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The JSON Schemas of the contract, by type. */
final class Schemas {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private Schemas() {}

  static String path(EventType type) {
    return path(type.wireName());
  }

  static String path(String name) {
    return "io/rejoinder/events/schemas/" + name + ".json";
  }

  static Schema of(EventType type) {
    return REGISTRY.getSchema(SchemaLocation.of("classpath:" + path(type)));
  }

  /** What the schema has against a value; empty where it is valid. */
  static List<String> faults(EventType type, JsonNode value) {
    return faults(of(type), value);
  }

  /** What the standard's own schema has against a schema. */
  static List<String> faultsOfSchema(JsonNode schema) {
    return faults(
        REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema")),
        schema);
  }

  private static List<String> faults(Schema schema, JsonNode value) {
    return schema
        .validate(
            value,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }
}
