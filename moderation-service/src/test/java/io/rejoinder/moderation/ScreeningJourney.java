package io.rejoinder.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rejoinder.events.comment.CommentId;
import io.rejoinder.moderation.testing.Console;
import io.rejoinder.moderation.testing.TestBroker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What an administrator does with screening, as steps of the journey. */
final class ScreeningJourney {

  private static final String VERSIONS = "/api/screening/settings/versions";
  private static final String CHECK = "/api/screening/rules/check";

  private ScreeningJourney() {}

  /** What stands in a version can be saved again, with some parts changed. */
  static Map<String, Object> draft(JsonNode settings, Object... changed) {
    Map<String, Object> draft = new HashMap<>();
    for (String part : List.of("targets", "holds", "lists", "rules")) {
      draft.put(part, settings.path(part));
    }
    for (int i = 0; i < changed.length; i += 2) {
      draft.put(String.valueOf(changed[i]), changed[i + 1]);
    }
    return draft;
  }

  private static Map<String, Object> saving(int basedOn, Map<String, Object> draft) {
    return Map.of("basedOn", basedOn, "why", "for the festival", "settings", draft);
  }

  /** What the targets in force lead to is what is in force; others are shown before they are. */
  static void outlook(Console admin) {
    JsonNode settings = admin.get("/api/screening/settings").body();
    JsonNode outlook = admin.get("/api/screening/outlook").body();
    assertThat(outlook.path("thresholds")).isEqualTo(settings.path("thresholds"));
    assertThat(outlook.path("expected").path("held").asDouble()).isBetween(0.001, 0.2);
    assertThat(outlook.path("curve").size()).isGreaterThan(50);
    JsonNode easier = admin.get("/api/screening/outlook?honestHeld=0.05").body();
    assertThat(easier.path("thresholds").path("hold").asDouble())
        .isLessThan(outlook.path("thresholds").path("hold").asDouble());
    assertThat(fields(admin.get("/api/screening/outlook?honestHeld=2")))
        .containsExactly("targets.honestHeld");
  }

  private static List<String> fields(Console.Answer answer) {
    return answer.body().path("errors").valueStream().map(e -> e.path("field").asString()).toList();
  }

  /** Saves a version, is refused another on the same base, and brings the shipped one back. */
  static void settings(Console admin) {
    JsonNode shipped = admin.get("/api/screening/settings").body();
    assertThat(shipped.path("version").asInt()).isZero();
    Map<String, Object> one =
        draft(shipped, "holds", Map.of("everything", true, "untilApproved", 2));

    Console.Answer saved = admin.post(VERSIONS, saving(0, one));
    assertThat(saved.status()).as(saved.response().body()).isEqualTo(201);
    assertThat(saved.body().path("by").path("name").asString()).isEqualTo("admin");
    assertThat(admin.get("/api/screening/settings").body()).isEqualTo(saved.body());

    Console.Answer late = admin.post(VERSIONS, saving(0, one));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.problem()).isEqualTo("settings-outdated");
    assertThat(late.body().path("current").asInt()).isEqualTo(1);

    refusals(admin, shipped);
    restored(admin);
  }

  private static void refusals(Console admin, JsonNode shipped) {
    Map<String, Object> lists = Map.of("blockedDomains", List.of("no domain"));
    Map<String, Object> holds = Map.of("everything", false, "untilApproved", -1);
    Console.Answer bounds =
        admin.post(VERSIONS, saving(1, draft(shipped, "lists", lists, "holds", holds)));
    assertThat(bounds.status()).isEqualTo(422);
    assertThat(fields(bounds)).containsExactly("holds.untilApproved", "lists.blockedDomains[0]");

    Console.Answer forgotten =
        admin.post(VERSIONS, saving(1, draft(shipped, "holds", Map.of("everything", false))));
    assertThat(fields(forgotten)).containsExactly("settings.holds.untilApproved");
    assertThat(admin.post(VERSIONS + "/7/restore", Map.of()).status()).isEqualTo(404);
    assertThat(admin.send("POST", VERSIONS, "{").problem()).isEqualTo("bad-request");
  }

  private static void restored(Console admin) {
    Console.Answer restored =
        admin.post(VERSIONS + "/0/restore", Map.of("basedOn", 1, "why", "the festival is over"));
    assertThat(restored.status()).isEqualTo(201);
    assertThat(restored.body().path("version").asInt()).isEqualTo(2);
    assertThat(restored.body().path("restores").asInt(-1)).isZero();

    JsonNode changes = admin.get("/api/screening/settings/diff?from=1&to=2").body().path("changes");
    assertThat(changes.valueStream().map(change -> change.path("field").asString()))
        .containsExactly("holds.everything", "holds.untilApproved", "holds.links");
    assertThat(admin.get("/api/screening/settings/diff?from=0").body().path("changes")).isEmpty();

    JsonNode line = admin.get(VERSIONS + "?before=2&limit=1").body().path("versions").get(0);
    assertThat(line.path("version").asInt()).isEqualTo(1);
    assertThat(line.path("why").asString()).isEqualTo("for the festival");
  }

  /** Checks a rule, tries it on what was judged so far, and sees what it would change. */
  static void trial(Console admin, CommentId honest, CommentId doubtful) {
    JsonNode misspelt = admin.post(CHECK, Map.of("expression", "evidence.links.lnks > 2")).body();
    assertThat(misspelt.path("faults").get(0).path("column").asInt()).isEqualTo(1);
    String expression = "evidence.links.links > 2";
    assertThat(asked(admin, expression, doubtful)).isEqualTo("true");
    assertThat(asked(admin, expression, honest)).isEqualTo("false");

    JsonNode settings = admin.get("/api/screening/settings").body();
    Map<String, String> rule =
        Map.of(
            "id",
            "three-links",
            "name",
            "Three links",
            "expression",
            expression,
            "action",
            "reject",
            "mode",
            "enabled");
    Console.Answer begun =
        admin.post(
            "/api/screening/trials",
            Map.of("settings", draft(settings, "rules", List.of(rule)), "all", true));
    assertThat(begun.status()).as(begun.response().body()).isEqualTo(201);
    found(admin, begun.header("Location"), doubtful);
  }

  private static String asked(Console admin, String expression, CommentId comment) {
    return admin
        .post(CHECK, Map.of("expression", expression, "comment", comment.value()))
        .body()
        .path("result")
        .asString();
  }

  private static void found(Console admin, String trial, CommentId doubtful) {
    JsonNode done =
        await()
            .atMost(TestBroker.BOUND)
            .until(
                () -> admin.get(trial).body(),
                body -> !body.path("state").asString().equals("running"));
    assertThat(done.path("state").asString()).isEqualTo("done");
    assertThat(done.path("read")).isEqualTo(done.path("total"));
    assertThat(done.path("waiting").asBoolean(true)).isFalse();
    assertThat(done.path("counts").path("judged").asInt()).isEqualTo(2);
    JsonNode changes = admin.get(trial + "/changes").body().path("changes");
    assertThat(changes.size()).isEqualTo(1);
    JsonNode change = changes.get(0);
    assertThat(change.path("comment").asString()).isEqualTo(doubtful.value());
    assertThat(change.path("from").asString()).isEqualTo("held");
    assertThat(change.path("to").asString()).isEqualTo("rejected");
    assertThat(change.path("people").asString()).isEqualTo("approved");
    assertThat(admin.send("DELETE", trial, null).status()).isEqualTo(204);
  }
}
