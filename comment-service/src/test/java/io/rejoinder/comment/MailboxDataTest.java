package io.rejoinder.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rejoinder.events.Sealed;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.Erase;
import io.rejoinder.events.comment.Submit;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The data of an e-mail address, for whoever reads the messages to it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailboxDataTest {

  private static final String ADA = "ada@mail.example";
  private static final String EVE = "eve@mail.example";

  private final Mailbox mailbox = new Mailbox();
  private final AtomicInteger sources = new AtomicInteger();
  private Platform platform;

  @BeforeAll
  void begin() {
    List<String> settings = new ArrayList<>(Arrays.asList(mailbox.settings()));
    settings.add("rejoinder.comments.rate.enabled=true");
    settings.add("rejoinder.comments.rate.proxies=127.0.0.1/32");
    settings.add("rejoinder.comments.mailbox.burst=3");
    settings.add("rejoinder.comments.mailbox.link-works=6s");
    platform = Platform.start(settings.toArray(String[]::new));
    platform.openThread("film");
    platform.openThread("other");
    platform.moderated(
        States.of(1, "film").from(ADA).approved(1, 1, "first of Ada"),
        States.of(2, "other").from("ADA@Mail.Example ").held(1),
        States.of(3, "film").from(EVE).approved(1, 1, "of Eve"),
        States.of(4, "film").by("a browser").approved(1, 1, "of nobody"));
    await()
        .atMost(Platform.BOUND)
        .until(() -> platform.get("/threads/film").body().contains("of nobody"));
  }

  @AfterAll
  void end() {
    platform.close();
    mailbox.close();
  }

  private HttpResponse<String> form(String path, String form, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(platform.uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return platform.send(request);
  }

  private HttpResponse<String> ask(String email) {
    return ask(email, "10.2.0." + sources.incrementAndGet());
  }

  private HttpResponse<String> ask(String email, String from) {
    return form(
        "/your-data", "email=" + email, "Sec-Fetch-Site", "same-origin", "X-Forwarded-For", from);
  }

  /** The path of a link that works. */
  private String link(String email) {
    int before = mailbox.of(email).size();
    assertThat(ask(email).statusCode()).isEqualTo(202);
    return Mailbox.link(mailbox.await(before + 1, email));
  }

  private List<String> erased() {
    return platform.events(Topics.COMMENTS_SUBMITTED).stream()
        .filter(Erase.class::isInstance)
        .map(event -> ((Erase) event).comment().value())
        .toList();
  }

  @Test
  void theOwnerOfAnAddressTakesAlongWhatWasWrittenWithIt() throws Exception {
    String link = link(ADA);
    assertThat(link).doesNotContain("ada");

    HttpResponse<String> page = platform.get(link);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page.body()).contains(ADA, "2 responses", "name=\"sure\"").doesNotContain("follow");

    HttpResponse<String> data = form(link, "what=download");
    assertThat(data.headers().firstValue("Content-Disposition").orElse("")).contains("my-data");
    JsonNode all = Platform.json(data);
    assertThat(all.get("email").asString()).isEqualTo(ADA);
    assertThat(all.get("comments").valueStream().map(one -> one.get("id").asString()))
        .containsExactly(States.id(1).value(), States.id(2).value());
    assertThat(all.get("comments").get(0).get("text").asString()).isEqualTo("first of Ada");
    assertThat(all.get("likes")).isEmpty();
    assertThat(data.body()).doesNotContain("of Eve", "of nobody");
  }

  @Test
  void anAddressIsFoundHoweverItsDomainIsWritten() {
    String draft =
        "{\"text\":\"Fine.\",\"author\":{\"name\":\"Zoe\",\"email\":\"Zoe@B\u00fccher.example\"}}";
    String id = Platform.json(platform.post("film", draft)).get("id").asString();
    Submit submit =
        platform.events(Topics.COMMENTS_SUBMITTED).stream()
            .filter(Submit.class::isInstance)
            .map(Submit.class::cast)
            .filter(event -> event.key().equals(id))
            .findFirst()
            .orElseThrow();
    assertThat(submit.author().email())
        .extracting(Sealed::hash)
        .isEqualTo(States.sealed("zoe@xn--bcher-kva.example").hash());
  }

  @Test
  void whatIsErasedIsTheirsAloneAndOnlyIfTheySaySo() {
    String link = link(EVE);
    HttpResponse<String> unsure = form(link, "what=erase");
    assertThat(unsure.statusCode()).isEqualTo(422);
    assertThat(unsure.body()).contains("Please say that you are sure.", "aria-invalid=\"true\"");
    assertThat(erased()).isEmpty();

    HttpResponse<String> done = form(link, "what=erase&sure=yes");
    assertThat(done.statusCode()).isEqualTo(202);
    assertThat(done.body()).contains("It is being erased");
    assertThat(erased()).containsExactly(States.id(3).value());

    platform.moderated(States.of(3, "film").from(EVE).erased(2));
    await()
        .atMost(Platform.BOUND)
        .until(() -> platform.get(link).body().contains("Nothing is kept here"));
  }

  @Test
  void aLinkIsGoodForItsTimeAndForNothingElse() {
    String link = link("late@mail.example");
    assertThat(platform.get(link).statusCode()).isEqualTo(200);
    String changed = link.substring(0, link.length() - 3) + "AAA";
    assertThat(platform.get(changed).statusCode()).isEqualTo(404);
    assertThat(platform.get("/your-data/mailbox").statusCode()).isEqualTo(404);
    String token = link.substring(link.indexOf('?'));
    assertThat(platform.get("/following/confirm" + token).statusCode()).isEqualTo(404);

    await()
        .atMost(Platform.BOUND)
        .untilAsserted(() -> assertThat(platform.get(link).statusCode()).isEqualTo(404));
    assertThat(form(link, "what=download").statusCode()).isEqualTo(404);
    assertThat(platform.get(link).body()).contains("does not work any more", "../your-data");
  }

  @Test
  void nobodyLearnsFromTheAnswerWhetherAnAddressIsKnown() throws Exception {
    HttpResponse<String> unknown = ask("stranger@mail.example");
    MimeMessage message = mailbox.await(1, "stranger@mail.example");
    assertThat(message.getSubject()).isEqualTo("The link to your data");
    assertThat(Mailbox.text(message)).contains("If it was not you, do nothing");
    assertThat(unknown.body()).isEqualTo(ask("much@mail.example").body());
    for (int i = 0; i < 4; i++) {
      assertThat(ask("much@mail.example").body()).isEqualTo(unknown.body());
    }
    mailbox.await(3, "much@mail.example");
    assertThat(platform.get(Mailbox.link(message)).body())
        .contains("Nothing is kept here that was written with stranger@mail.example");
  }

  @Test
  void whatCannotBeAskedIsSaid() {
    HttpResponse<String> odd = ask("no-address");
    assertThat(odd.statusCode()).isEqualTo(422);
    assertThat(odd.body()).contains("does not look like an e-mail address", "value=\"no-address\"");

    assertThat(form("/your-data", "email=" + ADA, "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);

    for (int i = 0; i < 3; i++) {
      assertThat(ask("flood" + i + "@mail.example", "10.3.0.1").statusCode()).isEqualTo(202);
    }
    HttpResponse<String> often = ask("flood@mail.example", "10.3.0.1");
    assertThat(often.statusCode()).isEqualTo(429);
    assertThat(mailbox.of("flood@mail.example")).isEmpty();
  }

  @Test
  void thePageIsOfferedWhereThereIsAMailServer() {
    assertThat(platform.get("/threads/film").body()).contains("href=\"../your-data\"");
    assertThat(platform.get("/your-data").body()).contains("type=\"email\"");
  }
}
