package io.rejoinder.comment.edge;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as it goes over HTTP: absent values are {@code null}, unknown members are passed over. */
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private Json() {}

  /** The mapper; threadsafe. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /** A value in UTF-8. */
  public static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }
}
