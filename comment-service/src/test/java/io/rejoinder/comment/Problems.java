package io.rejoinder.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/** What every problem document has. */
final class Problems {

  private Problems() {}

  /** Checks status, media type and members, and gives the document for more. */
  static JsonNode check(HttpResponse<String> response, int status, String type) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = Platform.json(response);
    assertThat(problem.get("type").asString()).endsWith("/problems/" + type);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("title").asString()).isNotBlank();
    assertThat(problem.get("instance").asString()).startsWith("/");
    return problem;
  }
}
