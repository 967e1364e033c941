package io.rejoinder.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.moderation.testing.Console;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What an administrator does with screening, as steps of the journey. */
final class ScreeningJourney {

  private static final String VERSIONS = "/api/screening/settings/versions";

  private ScreeningJourney() {}

  private static Map<String, Object> draft(JsonNode settings, Object... changed) {
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
}
