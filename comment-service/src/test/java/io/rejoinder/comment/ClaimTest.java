package io.rejoinder.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rejoinder.comment.identity.SignedIn;
import io.rejoinder.comment.identity.SignedTokens;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.Claim;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Outcome;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What was written as a guest, once its author is signed in. */
@ExtendWith(SharedPlatform.class)
class ClaimTest {

  private static final String BODY =
      "{\"text\":\"Mine.\",\"author\":{\"name\":\"Cat\"},"
          + "\"page\":{\"address\":\"https://club.example/claims\"}}";

  private final Platform platform;

  ClaimTest(Platform platform) {
    this.platform = platform;
  }

  @Test
  void aCommentOfAGuestBecomesTheirsWhoAreSignedIn() {
    JsonNode posted = Platform.json(platform.post("club--claims", BODY));
    CommentId id = new CommentId(posted.get("id").asString());
    String token = posted.get("token").asString();
    String reader = signedIn("club");
    Problems.check(claim(id, token, reader), 404, "unknown-comment");
    platform.moderated(States.of(id, "club--claims").approved(1));
    await().atMost(Platform.BOUND).until(() -> shown().contains(id.value()));

    Problems.check(claim(id, "wrong", reader), 403, "token-refused");
    Problems.check(claim(id, token, "x"), 403, "reader-refused");
    Problems.check(claim(id, token, signedIn("members")), 403, "reader-refused");
    Problems.check(claim(id, token, guest()), 401, "sign-in-required");

    CompletableFuture<HttpResponse<String>> claimed =
        CompletableFuture.supplyAsync(() -> claim(id, token, reader));
    await().atMost(Platform.BOUND).until(() -> command(id).isPresent());
    Claim command = command(id).orElseThrow();
    assertThat(command.author())
        .isEqualTo(new Author("Eileen Wade", null, null, "e".repeat(22), true));
    States state = States.of(id, "club--claims").named("Eileen Wade").verified();
    platform.moderated(state.after(new Outcome(command.command(), null, 2)).verified().approved(2));
    assertThat(claimed).succeedsWithin(Platform.BOUND);
    assertThat(claimed.join().statusCode()).as(claimed.join().body()).isEqualTo(200);
    await().atMost(Platform.BOUND).until(() -> shown().contains("\"verified\":true"));
    assertThat(claim(id, token, reader).statusCode()).as("the same claim again").isEqualTo(200);
  }

  private String shown() {
    return platform.get("/api/threads/club--claims/comments").body();
  }

  private Optional<Claim> command(CommentId id) {
    return platform.events(Topics.COMMENTS_SUBMITTED).stream()
        .filter(event -> event.key().equals(id.value()))
        .filter(Claim.class::isInstance)
        .map(Claim.class::cast)
        .findFirst();
  }

  private String signedIn(String site) {
    Instant until = Instant.now().plusSeconds(60);
    return platform
        .part(SignedTokens.class)
        .issue(new SignedIn("e".repeat(22), site, "Eileen Wade", null, until));
  }

  private String guest() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(platform.uri("/api/readers"))
            .POST(HttpRequest.BodyPublishers.noBody());
    return Platform.json(platform.send(request)).get("token").asString();
  }

  private HttpResponse<String> claim(CommentId id, String token, String reader) {
    return platform.send(
        HttpRequest.newBuilder(platform.uri("/api/submissions/" + id + "/claim"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .header("Authorization", "Bearer " + token)
            .header("Rejoinder-Reader", reader));
  }
}
