package io.rejoinder.bench.learning;

import io.rejoinder.bench.measure.Await;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the screens go by: changed by the administrator, and asked for by posting a comment. */
final class Site {

  private static final String SETTINGS = "/api/screening/settings";
  private static final Duration IN_FORCE_WITHIN = Duration.ofSeconds(60);
  private static final int AT_ONCE = 1_000;

  private final Access access;
  private final List<String> texts;
  private final List<Screened> asked = new ArrayList<>();

  /**
   * A site.
   *
   * @param texts to ask with: one for each question
   */
  Site(Access access, List<String> texts) {
    this.access = access;
    this.texts = List.copyOf(texts);
  }

  /** From which probability of spam on a comment is held. */
  double threshold() throws IOException {
    return access.desk().get(SETTINGS).get("thresholds").get("hold").asDouble();
  }

  /** Has every comment wait, and none be rejected without a person, until {@link #restore}. */
  void holdEverything() throws IOException {
    JsonNode now = access.desk().get(SETTINGS);
    ObjectNode targets = (ObjectNode) now.get("targets").deepCopy();
    targets.put("rejectPrecision", 1);
    ObjectNode holds = (ObjectNode) now.get("holds").deepCopy();
    holds.put("everything", true);
    Map<String, Object> draft =
        Map.of(
            "targets",
            targets,
            "holds",
            holds,
            "lists",
            now.get("lists"),
            "rules",
            now.get("rules"));
    Map<String, Object> saving =
        Map.of("basedOn", version(now), "why", "a moderator looks at all", "settings", draft);
    awaitInForce(access.desk().post(SETTINGS + "/versions", saving));
  }

  /** Brings back what the product ships with. */
  void restore() throws IOException {
    Map<String, Object> wish =
        Map.of("basedOn", version(access.desk().get(SETTINGS)), "why", "the moderator has looked");
    awaitInForce(access.desk().post(SETTINGS + "/versions/0/restore", wish));
  }

  private void awaitInForce(JsonNode settings) throws IOException {
    int version = version(settings);
    awaitScreened("settings in force", one -> one.settings() >= version);
  }

  private static int version(JsonNode settings) {
    return settings.get("version").asInt();
  }

  /** Posts comments of the new kind until one is screened so. */
  void awaitScreened(String what, Predicate<Screened> so) throws IOException {
    Await.until(
        what,
        IN_FORCE_WITHIN,
        () -> {
          List<String> one = List.of(texts.get(asked.size() % texts.size()));
          Screened answer = access.log().of(access.guests().post(one, AT_ONCE)).get(0);
          asked.add(answer);
          return so.test(answer);
        });
  }

  /** What was said of all comments that it asked with. */
  List<Screened> asked() {
    return List.copyOf(asked);
  }
}
