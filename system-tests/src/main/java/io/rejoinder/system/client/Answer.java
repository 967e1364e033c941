package io.rejoinder.system.client;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What a server answered.
 *
 * @param status HTTP's code
 * @param headers all headers
 * @param text the body
 * @param body the body as JSON; a missing node where it is none
 */
public record Answer(int status, HttpHeaders headers, String text, JsonNode body) {

  static final JsonMapper JSON = new JsonMapper();

  static Answer of(HttpResponse<String> response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    return new Answer(
        response.statusCode(),
        response.headers(),
        response.body(),
        type.contains("json") ? parse(response.body()) : MissingNode.getInstance());
  }

  /** A text of the body, or null where it is absent or null. */
  public @Nullable String string(String field) {
    return string(body, field);
  }

  /** A text of an object, or null where it is absent or null. */
  public static @Nullable String string(JsonNode object, String field) {
    JsonNode value = object.path(field);
    return value.isString() ? value.stringValue() : null;
  }

  /** The last part of a problem document's type; empty where the body is none. */
  public String problem() {
    String type = string("type");
    return type == null ? "" : type.substring(type.lastIndexOf('/') + 1);
  }

  /** Enough to see what it was: the code and the problem's type. */
  public String brief() {
    return problem().isEmpty() ? Integer.toString(status) : status + " " + problem();
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }
}
