package io.rejoinder.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rejoinder.events.Event;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.Report;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reports, from the request to the command about the comment. */
@ExtendWith(SharedPlatform.class)
class ReportingTest {

  private static final String SPAM = "{\"reason\":\"spam\",\"text\":\" Again. \"}";

  private final Platform platform;

  ReportingTest(Platform platform) {
    this.platform = platform;
  }

  @Test
  void aReportIsOneCommandForEachReaderAndSaysHowManyAreEnough() {
    String id = comment("reported", 970);
    String ada = reader();

    assertThat(report(id, SPAM, ada).statusCode()).isEqualTo(202);
    assertThat(report(id, "{\"reason\":\"other\"}", ada).statusCode()).isEqualTo(202);
    assertThat(report(id, "{\"reason\":\"abuse\"}", reader()).statusCode()).isEqualTo(202);

    List<Report> reports = reports(id);
    assertThat(reports).extracting(Report::reason).containsExactly("spam", "other", "abuse");
    assertThat(reports).extracting(Report::text).containsExactly("Again.", null, null);
    assertThat(reports).extracting(Report::holdAt).containsOnly(3);
    assertThat(reports.get(0).command()).isEqualTo(reports.get(1).command());
    assertThat(reports.get(2).command()).isNotEqualTo(reports.get(0).command());
    assertThat(ada).startsWith(reports.get(0).reader() + ".");
  }

  @Test
  void whatBreaksABoundIsToldByFieldAndBound() {
    String id = comment("reported-wrongly", 971);
    String ada = reader();

    Problems.check(report(id, "{\"reason\":\"boring\"}", ada), 422, "invalid-request");
    Problems.check(report(id, "{}", ada), 422, "invalid-request");
    String long501 = "{\"reason\":\"spam\",\"text\":\"" + "😀".repeat(501) + "\"}";
    Problems.check(report(id, long501, ada), 422, "invalid-request");
    Problems.check(report(id, "[", ada), 400, "unreadable-body");
    Problems.check(report("0".repeat(32), SPAM, ada), 404, "unknown-comment");
    Problems.check(report("nonsense", SPAM, ada), 404, "unknown-comment");
    Problems.check(report(id, SPAM, "x.y"), 403, "reader-refused");
    assertThat(reports(id)).isEmpty();
  }

  @Test
  void aReportSaysThatItCameFromTheSamePlaceAndNotFromWhich() {
    String id = comment("reported-by-one", 973);
    String other = comment("reported-too", 974);
    report(id, SPAM, reader());
    report(id, SPAM, reader());
    String reader = reader();
    report(other, SPAM, reader);

    assertThat(reports(id)).extracting(Report::reader).doesNotHaveDuplicates();
    String source = reports(id).get(0).source();
    assertThat(source).matches("[0-9a-f]{32}");
    assertThat(reports(id).get(1).source()).isEqualTo(source);
    assertThat(reports(other).get(0).source()).as("of another comment").isNotEqualTo(source);
  }

  @Test
  void nobodyReportsTheirOwnComment() {
    String ada = reader();
    platform.openThread("reported-own");
    platform.moderated(
        States.of(972, "reported-own").by(ada.substring(0, ada.indexOf('.'))).approved(1));
    awaitIn("reported-own", States.id(972).value());

    Problems.check(report(States.id(972).value(), SPAM, ada), 409, "own-comment");
  }

  private String comment(String thread, int number) {
    platform.openThread(thread);
    platform.moderated(States.of(number, thread).approved(1));
    String id = States.id(number).value();
    awaitIn(thread, id);
    return id;
  }

  private void awaitIn(String thread, String id) {
    await()
        .atMost(Platform.BOUND)
        .until(() -> platform.get("/api/threads/" + thread + "/comments").body().contains(id));
  }

  private List<Report> reports(String id) {
    return platform.events(Topics.COMMENTS_SUBMITTED).stream()
        .filter((Event it) -> it.key().equals(id))
        .filter(Report.class::isInstance)
        .map(Report.class::cast)
        .toList();
  }

  private String reader() {
    HttpResponse<String> minted =
        platform.send(
            HttpRequest.newBuilder(platform.uri("/api/readers"))
                .POST(HttpRequest.BodyPublishers.noBody()));
    return Platform.json(minted).get("token").asString();
  }

  private HttpResponse<String> report(String id, String body, String reader) {
    return platform.send(
        HttpRequest.newBuilder(platform.uri("/api/comments/" + id + "/reports"))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .header("Rejoinder-Reader", reader));
  }
}
