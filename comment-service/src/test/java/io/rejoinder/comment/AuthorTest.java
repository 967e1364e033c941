package io.rejoinder.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.Appeal;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Outcome;
import io.rejoinder.events.comment.Revise;
import io.rejoinder.events.comment.Withdraw;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What an author may see and do, by the token of the post. */
@ExtendWith(SharedPlatform.class)
class AuthorTest {

  private static final String BODY = "{\"text\":\"Fine.\",\"author\":{\"name\":\"Ada\"}}";

  private final Platform platform;

  AuthorTest(Platform platform) {
    this.platform = platform;
  }

  @Test
  void aSubmissionIsItsAuthorsAlone() {
    JsonNode accepted = Platform.json(platform.post("film", BODY));
    String id = accepted.get("id").asString();
    String path = "/api/submissions/" + id;

    HttpResponse<String> without = platform.get(path);
    Problems.check(without, 401, "token-required");
    assertThat(without.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    Problems.check(asAuthor(path, "wrong"), 403, "token-refused");
    Problems.check(asAuthor("/api/submissions/nonsense", "x"), 403, "token-refused");
    assertThat(asAuthor(path, accepted.get("token").asString()).body())
        .contains("\"state\":\"checking\"");
  }

  private HttpResponse<String> asAuthor(String path, String token) {
    return platform.send(
        HttpRequest.newBuilder(platform.uri(path)).header("Authorization", "Bearer " + token));
  }

  @Test
  void heldAndRejectedAreToldWithTheReason() {
    JsonNode accepted = Platform.json(platform.post("film", BODY));
    CommentId id = new CommentId(accepted.get("id").asString());
    String token = accepted.get("token").asString();

    platform.moderated(States.of(id, "film").held(1));
    awaitState(id, token, "held");
    platform.moderated(States.of(id, "film").rejected(2));
    awaitState(id, token, "rejected");

    JsonNode rejected = Platform.json(asAuthor("/api/submissions/" + id, token));
    assertThat(rejected.get("reason").get("code").asString()).isEqualTo("spam");
    assertThat(rejected.get("reason").get("text").asString()).contains("advertising");
  }

  private void awaitState(CommentId id, String token, String state) {
    await()
        .atMost(Platform.BOUND)
        .until(
            () ->
                Platform.json(asAuthor("/api/submissions/" + id, token))
                    .get("state")
                    .asString()
                    .equals(state));
  }

  @Test
  void anAppealIsOneCommandAndItsAuthorIsToldHowItStands() {
    JsonNode accepted = Platform.json(platform.post("film", BODY));
    CommentId id = new CommentId(accepted.get("id").asString());
    String token = accepted.get("token").asString();
    platform.moderated(States.of(id, "film").rejected(1));
    awaitState(id, token, "rejected");
    assertThat(appealOf(id, token)).isEqualTo("possible");

    String too = "{\"revision\":1,\"text\":\"" + "😀".repeat(1001) + "\"}";
    Problems.check(appeal(id, token, too), 422, "invalid-request");
    Problems.check(appeal(id, token, "{}"), 422, "invalid-request");
    Problems.check(appeal(id, "wrong", "{\"revision\":1}"), 403, "token-refused");

    CompletableFuture<HttpResponse<String>> answer =
        CompletableFuture.supplyAsync(
            () -> appeal(id, token, "{\"revision\":1,\"text\":\" I quoted it. \"}"));
    Appeal command = awaitCommand(Appeal.class, id, "");
    assertThat(command.text()).isEqualTo("I quoted it.");
    assertThat(command.revision()).isEqualTo(1);
    Outcome done = new Outcome(command.command(), null, 2);
    platform.moderated(States.of(id, "film").after(done).appealed(2, null));
    assertThat(answer.join().statusCode()).isEqualTo(200);
    assertThat(Platform.json(answer.join()).get("appeal").asString()).isEqualTo("open");

    platform.moderated(States.of(id, "film").after(done).appealed(3, 2));
    await().atMost(Platform.BOUND).until(() -> appealOf(id, token).equals("upheld"));
    platform.moderated(States.of(id, "film").after(done).approved(4));
    awaitState(id, token, "published");
    assertThat(appealOf(id, token)).isEmpty();
  }

  private String appealOf(CommentId id, String token) {
    return Platform.json(asAuthor("/api/submissions/" + id, token)).get("appeal").asString("");
  }

  private HttpResponse<String> appeal(CommentId id, String token, String body) {
    return platform.send(
        HttpRequest.newBuilder(platform.uri("/api/submissions/" + id + "/appeal"))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token));
  }

  @Test
  void anEditIsAnsweredWithItsOutcome() {
    JsonNode accepted = Platform.json(platform.post("film", BODY));
    CommentId id = new CommentId(accepted.get("id").asString());
    String token = accepted.get("token").asString();

    CompletableFuture<HttpResponse<String>> applied =
        CompletableFuture.supplyAsync(() -> edit(id, token, "Better.", 1));
    Revise revise = awaitCommand(Revise.class, id, "Better.");
    platform.moderated(
        States.of(id, "film")
            .after(new Outcome(revise.command(), null, 2))
            .approved(2, 2, "Better."));
    assertThat(applied).succeedsWithin(Platform.BOUND);
    assertThat(applied.join().statusCode()).isEqualTo(200);
    assertThat(Platform.json(applied.join()).get("revision").asInt()).isEqualTo(2);

    CompletableFuture<HttpResponse<String>> outdated =
        CompletableFuture.supplyAsync(() -> edit(id, token, "Other.", 1));
    Revise late = awaitCommand(Revise.class, id, "Other.");
    platform.moderated(
        States.of(id, "film")
            .after(new Outcome(late.command(), "outdated", 3))
            .approved(3, 2, "Better."));
    assertThat(outdated).succeedsWithin(Platform.BOUND);
    JsonNode problem = Problems.check(outdated.join(), 409, "outdated");
    assertThat(problem.get("happened").get("refused").asString()).isEqualTo("outdated");
    assertThat(problem.get("happened").get("submission").get("revision").asInt()).isEqualTo(2);
  }

  @Test
  void anEditNobodyAnswersIsAcceptedAndARetryFindsTheOutcome() {
    JsonNode accepted = Platform.json(platform.post("film", BODY));
    CommentId id = new CommentId(accepted.get("id").asString());
    String token = accepted.get("token").asString();
    assertThat(edit(id, token, "Later.", 1).statusCode()).isEqualTo(202);
    Problems.check(edit(id, token, " ", 0), 422, "invalid-comment");

    Revise revise = awaitCommand(Revise.class, id, "Later.");
    platform.moderated(
        States.of(id, "film")
            .after(new Outcome(revise.command(), null, 2))
            .approved(2, 2, "Later."));

    await().atMost(Platform.BOUND).until(() -> edit(id, token, "Later.", 1).statusCode() == 200);
  }

  @Test
  void anEditIsForAWhileAndUntilSomebodyReplies() {
    JsonNode accepted = Platform.json(platform.post("film", BODY));
    CommentId id = new CommentId(accepted.get("id").asString());
    String token = accepted.get("token").asString();
    platform.moderated(States.of(id, "film").approved(1));
    awaitState(id, token, "published");
    JsonNode own = Platform.json(asAuthor("/api/submissions/" + id, token));
    assertThat(own.get("editableUntil").asString()).startsWith("2036-03-01");
    assertThat(edit(id, token, "Once.", 1).statusCode()).isEqualTo(202);

    platform.moderated(States.of(9401, "film").replyTo(id).approved(1));
    await().atMost(Platform.BOUND).until(() -> edit(id, token, "Twice.", 1).statusCode() == 403);
    JsonNode problem = Problems.check(edit(id, token, "Twice.", 1), 403, "edit-closed");
    assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("replies");
    Revise once = awaitCommand(Revise.class, id, "Once.");
    platform.moderated(
        States.of(id, "film").after(new Outcome(once.command(), null, 2)).approved(2, 2, "Once."));
    await()
        .atMost(Platform.BOUND)
        .untilAsserted(() -> assertThat(edit(id, token, "Once.", 1).statusCode()).isEqualTo(200));
  }

  @Test
  void whereTheWindowIsOverTheProblemSaysSinceWhen() {
    String body =
        BODY.substring(0, BODY.length() - 1)
            + ",\"page\":{\"address\":\"https://strict.example/e\",\"title\":\"E\"}}";
    JsonNode accepted = Platform.json(platform.post("strict--edited", body));
    CommentId id = new CommentId(accepted.get("id").asString());
    String token = accepted.get("token").asString();
    platform.moderated(States.of(id, "strict--edited").approved(1));
    awaitState(id, token, "published");

    JsonNode problem = Problems.check(edit(id, token, "Late.", 1), 403, "edit-closed");

    JsonNode error = problem.get("errors").get(0);
    assertThat(error.get("value").asString()).endsWith(" seconds ago");
    assertThat(error.get("bound").asString()).isEqualTo("less than 0 seconds ago");
  }

  @Test
  void aWithdrawalIsAnsweredWithItsOutcome() {
    JsonNode accepted = Platform.json(platform.post("film", BODY));
    CommentId id = new CommentId(accepted.get("id").asString());
    String token = accepted.get("token").asString();

    CompletableFuture<HttpResponse<String>> answered =
        CompletableFuture.supplyAsync(
            () ->
                platform.send(
                    HttpRequest.newBuilder(platform.uri("/api/submissions/" + id))
                        .header("Authorization", "Bearer " + token)
                        .DELETE()));
    Withdraw withdraw = awaitCommand(Withdraw.class, id, "");
    platform.moderated(
        States.of(id, "film").after(new Outcome(withdraw.command(), null, 2)).withdrawn(2));

    assertThat(answered).succeedsWithin(Platform.BOUND);
    assertThat(answered.join().statusCode()).isEqualTo(200);
    assertThat(Platform.json(answered.join()).get("state").asString()).isEqualTo("withdrawn");
  }

  private HttpResponse<String> edit(CommentId id, String token, String text, int revision) {
    return platform.send(
        HttpRequest.newBuilder(platform.uri("/api/submissions/" + id))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .PUT(
                HttpRequest.BodyPublishers.ofString(
                    "{\"text\":\"%s\",\"revision\":%d}".formatted(text, revision))));
  }

  private <T> T awaitCommand(Class<T> type, CommentId id, String text) {
    return await()
        .atMost(Platform.BOUND)
        .until(
            () ->
                platform.events(Topics.COMMENTS_SUBMITTED).stream()
                    .filter(type::isInstance)
                    .filter(event -> event.key().equals(id.value()))
                    .filter(event -> !(event instanceof Revise it) || it.text().equals(text))
                    .map(type::cast)
                    .toList(),
            found -> !found.isEmpty())
        .get(0);
  }
}
