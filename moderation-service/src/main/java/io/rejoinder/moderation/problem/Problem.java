package io.rejoinder.moderation.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A problem on its way to a client. The detail is for the client: no content, no secrets. */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final transient Map<String, Object> members = new LinkedHashMap<>();
  private @Nullable Duration retryAfter;

  /** A problem of this type, with what is special about this one. */
  public Problem(ProblemType type, @Nullable String detail) {
    super(detail, null, false, false);
    this.type = type;
  }

  /** A field that is out of bounds: its measure, never its value. */
  public static Problem invalid(String field, Object measure, String bound) {
    return new Problem(ProblemType.INVALID_REQUEST, null)
        .with("errors", List.of(Map.of("field", field, "value", measure, "bound", bound)));
  }

  /** The same with another member. */
  public Problem with(String name, Object value) {
    members.put(name, value);
    return this;
  }

  /** The same with the time after which it is worth another try. */
  public Problem retryAfter(Duration time) {
    this.retryAfter = time;
    return this;
  }

  /** Its type. */
  public ProblemType type() {
    return type;
  }

  /** The fields that its errors name, in their order. */
  public List<String> fields() {
    List<?> errors = members.get("errors") instanceof List<?> list ? list : List.of();
    return errors.stream()
        .map(error -> error instanceof Map<?, ?> map ? String.valueOf(map.get("field")) : "")
        .toList();
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** The document, for a request to this path. */
  Map<String, Object> document(String path) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", type.address());
    document.put("title", type.title());
    document.put("status", type.status().value());
    if (getMessage() != null) {
      document.put("detail", getMessage());
    }
    document.put("instance", path);
    document.putAll(members);
    return document;
  }
}
