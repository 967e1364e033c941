package io.rejoinder.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.thread.ThreadFollowed;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Following by e-mail, from the request to the mailbox and to its end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowingTest {

  private final Mailbox mailbox = new Mailbox();
  private final AtomicInteger numbers = new AtomicInteger(7000);
  private Platform platform;

  @BeforeAll
  void begin() {
    List<String> settings = new ArrayList<>(Arrays.asList(mailbox.settings()));
    settings.add("rejoinder.comments.following.window=400ms");
    settings.add("rejoinder.comments.sites.blog.origins=https://blog.example");
    // Each request of a test comes from where it says.
    settings.add("rejoinder.comments.rate.enabled=true");
    settings.add("rejoinder.comments.rate.proxies=127.0.0.1/32");
    platform = Platform.start(settings.toArray(String[]::new));
    platform.openThread("film");
    platform.openThread("other");
  }

  @AfterAll
  void end() {
    platform.close();
    mailbox.close();
  }

  private HttpResponse<String> ask(String path, String email, String from, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(platform.uri(path))
            .header("Content-Type", "application/json")
            .header("X-Forwarded-For", from)
            .POST(BodyPublishers.ofString("{\"email\":\"" + email + "\",\"language\":\"en\"}"));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return platform.send(request);
  }

  private HttpResponse<String> post(String path, String form) {
    return platform.send(
        HttpRequest.newBuilder(platform.uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  /** Follows as somebody does who means it; their address and network are new. */
  private String follow(String name, String thread) {
    String email = name + "@mail.example";
    String from = "10.9.0." + numbers.incrementAndGet() % 250;
    assertThat(ask("/api/threads/" + thread + "/followers", email, from).statusCode())
        .isEqualTo(202);
    confirm(mailbox.await(1, email));
    return email;
  }

  private void confirm(MimeMessage asked) {
    assertThat(post(Mailbox.link(asked), "").statusCode()).isEqualTo(200);
    awaitKnown();
  }

  /** Waits until this instance knows who follows as the log has it. */
  private void awaitKnown() {
    await()
        .atMost(Platform.BOUND)
        .until(() -> followers() == follows().filter(ThreadFollowed::following).count());
  }

  private double followers() {
    return platform.part(MeterRegistry.class).get("rejoinder.following.followers").gauge().value();
  }

  /** The last word of each. */
  private Stream<ThreadFollowed> follows() {
    return platform.events(Topics.THREADS_FOLLOWED).stream()
        .map(ThreadFollowed.class::cast)
        .collect(
            Collectors.toMap(ThreadFollowed::id, it -> it, (one, newer) -> newer, TreeMap::new))
        .values()
        .stream();
  }

  private States comment(String thread) {
    return States.of(numbers.incrementAndGet(), thread)
        .at(Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }

  @Test
  void nobodyIsToldBeforeTheyConfirmAndNobodyAfterTheyStop() throws Exception {
    String witness = follow("witness", "film");
    String alice = "alice@mail.example";
    assertThat(ask("/api/threads/film/followers", alice, "10.1.0.1").body())
        .isEqualTo("{\"state\":\"unconfirmed\"}");
    MimeMessage asked = mailbox.await(1, alice);
    assertThat(asked.getSubject()).isEqualTo("Please confirm: new responses to “Title”");
    assertThat(asked.getHeader("List-Unsubscribe")).isNull();
    String link = Mailbox.link(asked);

    HttpResponse<String> opened = platform.get(link);
    assertThat(opened.statusCode()).isEqualTo(200);
    assertThat(opened.body()).contains("alice@mail.example", "<form method=\"post\">");
    assertThat(link).doesNotContain("alice");
    platform.moderated(comment("film").approved(1, 1, "Before the click"));
    mailbox.await(2, witness);
    assertThat(mailbox.of(alice)).hasSize(1);

    confirm(asked);
    platform.moderated(
        comment("film").approved(1, 1, "One *line*\n\nand ||the end|| of it"),
        comment("film").approved(1, 1, "Another"),
        comment("film").held(1));

    MimeMessage news = mailbox.await(2, alice);
    assertThat(news.getSubject()).isEqualTo("2 new responses to “Title”");
    assertThat(Mailbox.text(news))
        .contains("Ada wrote on", "> One line\n>\n> and", "> Another")
        .contains("http://localhost:8080/reviews/film#comment-")
        .doesNotContain("Before the click", "the end", "held");
    assertThat(Mailbox.html(news)).contains("<html lang=\"en\" dir=\"ltr\">", "One line");
    String stop =
        news.getHeader("List-Unsubscribe")[0].replaceAll("^<http://localhost:8081|>$", "");
    assertThat(news.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    assertThat(Mailbox.link(news)).isEqualTo(stop);

    assertThat(platform.get(stop).body()).contains("<form method=\"post\">");
    assertThat(post(stop, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(200);
    awaitKnown();
    mailbox.await(3, witness);
    platform.moderated(comment("film").approved(1));
    mailbox.await(4, witness);

    assertThat(mailbox.of(alice)).hasSize(2);
    assertThat(follows().filter(it -> !it.following()))
        .anySatisfy(
            marker -> {
              assertThat(marker.email()).isNull();
              assertThat(marker.thread()).isNull();
            });
    // Once more changes nothing, and a link that is not ours is none.
    assertThat(post(stop, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(200);
    assertThat(post("/following/stop?token=x", "").statusCode()).isEqualTo(404);
    assertThat(platform.get("/following/confirm?token=" + stop.substring(22)).statusCode())
        .isEqualTo(404);
  }

  @Test
  void aStrangerIsNotSentWhatTheFirstAuthorOfAPageSaysThatItIsCalled() throws Exception {
    String first =
        "{\"text\":\"Fine.\",\"author\":{\"name\":\"Ada\"},"
            + "\"page\":{\"address\":\"https://blog.example/a\",\"title\":\"Win at spam.example\"}}";
    assertThat(platform.post("blog--a", first).statusCode()).isEqualTo(202);
    await()
        .atMost(Platform.BOUND)
        .until(() -> platform.get("/threads/blog--a").body().contains("Win at"));
    assertThat(ask("/api/threads/blog--a/followers", "zed@mail.example", "10.1.0.9").statusCode())
        .isEqualTo(202);
    MimeMessage asked = mailbox.await(1, "zed@mail.example");
    assertThat(asked.getSubject()).isEqualTo("Please confirm: new responses to “blog.example/a”");
    assertThat(Mailbox.text(asked)).contains("blog.example/a").doesNotContain("spam");
    assertThat(Mailbox.html(asked)).doesNotContain("spam");
  }

  @Test
  void anEditALikeAndARepetitionAreNoNews() throws Exception {
    platform.openThread("quiet");
    String email = follow("quiet", "quiet");
    States comment = comment("quiet");
    CommentState first = comment.approved(1);
    platform.moderated(first);
    mailbox.await(2, email);

    platform.moderated(comment.approved(2, 2, "Edited"), comment.approved(2, 2, "Edited"));
    platform.moderated(comment("quiet").approved(1, 1, "The next"));

    MimeMessage next = mailbox.await(3, email);
    assertThat(Mailbox.text(next)).contains("The next").doesNotContain("Edited");
    assertThat(next.getSubject()).isEqualTo("New response by Ada to “Title”");
  }

  @Test
  void anAuthorIsToldOfRepliesUntilTheCommentIsErased() throws Exception {
    platform.openThread("mine");
    HttpResponse<String> posted =
        platform.post(
            "mine",
            "{\"text\":\"Mine\",\"author\":{\"name\":\"Ada\"}}",
            "X-Forwarded-For",
            "10.2.0.1");
    CommentId id = new CommentId(Platform.json(posted).get("id").asString());
    String token = "Bearer " + Platform.json(posted).get("token").asString();
    String path = "/api/submissions/" + id + "/followers";
    String email = "author@mail.example";
    Problems.check(ask(path, email, "10.2.0.1"), 401, "token-required");
    Problems.check(ask(path, email, "10.2.0.1", "Authorization", "Bearer x"), 403, "token-refused");
    Problems.check(ask(path, email, "10.2.0.1", "Authorization", token), 404, "unknown-comment");
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    platform.moderated(States.of(id, "mine").at(now).by("reader-1").approved(1));
    await()
        .atMost(Platform.BOUND)
        .until(() -> ask(path, email, "10.2.0.2", "Authorization", token).statusCode() != 404);
    confirm(mailbox.await(1, email));

    platform.moderated(
        comment("mine").replyTo(id).by("reader-1").approved(1, 1, "By myself"),
        comment("mine").approved(1, 1, "To the page"),
        comment("mine").replyTo(id).by("reader-2").approved(1, 1, "An answer"));

    MimeMessage news = mailbox.await(2, email);
    assertThat(news.getSubject()).isEqualTo("Ada replied to your response to “Title”");
    assertThat(Mailbox.text(news)).contains("An answer").doesNotContain("myself", "To the page");
    Stream<ThreadFollowed> ofReader = follows().filter(it -> "reader-1".equals(it.reader()));
    assertThat(ofReader).singleElement().extracting(ThreadFollowed::comment).isEqualTo(id);

    platform.moderated(States.of(id, "mine").at(now).erased(2));

    await().atMost(Platform.BOUND).until(() -> follows().noneMatch(it -> id.equals(it.comment())));
  }

  @Test
  void oneAddressStopsEverythingAtOnce() {
    String email = follow("many", "film");
    assertThat(ask("/api/threads/other/followers", email, "10.3.0.1").statusCode()).isEqualTo(202);
    confirm(mailbox.await(2, email));
    double before = followers();
    platform.moderated(comment("other").approved(1));
    String stop = Mailbox.link(mailbox.await(3, email));

    assertThat(post(stop, "what=all").statusCode()).isEqualTo(200);

    await().atMost(Platform.BOUND).until(() -> followers() == before - 2);
  }

  @Test
  void whatIsNoAddressIsRefusedWithItsMeasureOnly() {
    for (String email :
        List.of("", "x", "a@b", "a@mail.example\\r\\nBcc: b@mail.example", "a b@mail.example")) {
      var problem =
          Problems.check(
              ask("/api/threads/film/followers", email, "10.4.0.1"), 422, "invalid-request");
      assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("email");
      assertThat(problem.toString()).doesNotContain("mail.example");
    }
    Problems.check(
        ask("/api/threads/nowhere/followers", "a@mail.example", "10.4.0.1"), 404, "unknown-thread");
  }

  @Test
  void nobodyIsFloodedAndNobodyFloods() {
    String victim = "victim@mail.example";
    for (int i = 0; i < 5; i++) {
      HttpResponse<String> answer = ask("/api/threads/film/followers", victim, "10.5.0." + i);
      assertThat(answer.statusCode()).isEqualTo(202);
      assertThat(answer.body()).isEqualTo("{\"state\":\"unconfirmed\"}");
    }
    for (int i = 0; i < 5; i++) {
      ask("/api/threads/film/followers", "v" + i + "@mail.example", "10.5.1.1");
    }
    HttpResponse<String> refused =
        ask("/api/threads/film/followers", "last@mail.example", "10.5.1.1");

    Problems.check(refused, 429, "too-many-requests");
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    mailbox.await(1, "v4@mail.example");
    assertThat(mailbox.of(victim)).hasSize(3);
    assertThat(mailbox.of("last@mail.example")).isEmpty();
  }

  @Test
  void anOutageOfTheServerAndARestartCostNothingAndRepeatNothing() throws Exception {
    platform.openThread("outage");
    String email = follow("patient", "outage");
    String second = follow("second", "outage");
    platform.moderated(comment("outage").approved(1, 1, "While there"));
    mailbox.await(2, email);
    mailbox.await(2, second);
    mailbox.away();
    platform.moderated(comment("outage").approved(1, 1, "While away"));
    await()
        .atMost(Platform.BOUND)
        .until(
            () ->
                platform
                        .part(MeterRegistry.class)
                        .counter("rejoinder.mail.failed", "cause", "server-away")
                        .count()
                    > 0);
    platform.stopService();
    mailbox.back();
    platform.startService("rejoinder.rebuild=true");

    assertThat(Mailbox.text(mailbox.await(3, email)))
        .contains("While away")
        .doesNotContain("While there");
    mailbox.await(3, second);
    platform.moderated(comment("outage").approved(1, 1, "Afterwards"));
    assertThat(Mailbox.text(mailbox.await(4, email)))
        .contains("Afterwards")
        .doesNotContain("While");
    mailbox.await(4, second);
  }

  @Test
  void aReaderWithoutScriptsAsksByAForm() {
    String page = "/threads/film/follow";
    assertThat(platform.get("/threads/film").body()).contains("../threads/film/follow");
    assertThat(platform.get(page).body()).contains("name=\"email\"");
    HttpRequest.Builder foreign =
        HttpRequest.newBuilder(platform.uri(page))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "cross-site")
            .POST(BodyPublishers.ofString("email=plain%40mail.example"));
    assertThat(platform.send(foreign).statusCode()).isEqualTo(403);
    HttpRequest.Builder own =
        HttpRequest.newBuilder(platform.uri(page))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .header("Accept-Language", "ar")
            .header("X-Forwarded-For", "10.6.0.1")
            .POST(BodyPublishers.ofString("email=plain%40mail.example"));
    assertThat(platform.send(own).statusCode()).isEqualTo(202);

    MimeMessage asked = mailbox.await(1, "plain@mail.example");
    assertThat(Mailbox.html(asked)).contains("<html lang=\"ar\" dir=\"rtl\">");
    assertThat(platform.get(Mailbox.link(asked)).body()).contains("lang=\"ar\"");
  }
}
