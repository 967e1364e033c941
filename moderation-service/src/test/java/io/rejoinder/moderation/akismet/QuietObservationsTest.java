package io.rejoinder.moderation.akismet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;

class QuietObservationsTest {

  @Test
  void keyInThePathIsInNothingThatIsMeasuredOrTraced() {
    String key = "rj-" + "a".repeat(52);
    ServerRequestObservationContext request =
        new ServerRequestObservationContext(
            MockServerHttpRequest.post("/" + key + "/1.1/comment-check")
                .header("Host", key + ".rest.example")
                .build(),
            new MockServerHttpResponse(),
            Map.of());
    request.setPathPattern("/{key}/1.1/comment-check");
    QuietObservations quiet = new QuietObservations();

    assertThat(quiet.getLowCardinalityKeyValues(request).toString())
        .contains("/{key}/1.1/comment-check")
        .doesNotContain(key);
    assertThat(quiet.getHighCardinalityKeyValues(request).toString()).doesNotContain(key);
    assertThat(quiet.getContextualName(request)).doesNotContain(key);
  }
}
