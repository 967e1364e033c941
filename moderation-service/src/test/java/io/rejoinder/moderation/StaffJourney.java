package io.rejoinder.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.account.OneTimeCodes;
import io.rejoinder.moderation.testing.Console;
import io.rejoinder.moderation.testing.TestBroker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** Sessions and second factors of the staff, over HTTP. */
final class StaffJourney {

  private StaffJourney() {}

  /** Somebody who is signed in twice ends one of the two; an administrator ends the other. */
  static void sessions(Console one, Console other, Console stranger, Console admin) {
    JsonNode own = one.get("/api/sessions").body().path("sessions");
    assertThat(own).hasSize(2);
    assertThat(own.get(0).path("how").asString()).isEqualTo("password");
    String here = idOf(own, true);
    String there = idOf(own, false);
    assertThat(one.get("/api/sessions?of=all").body().path("sessions"))
        .as("a moderator sees their own alone")
        .hasSize(2);
    assertThat(stranger.send("DELETE", "/api/sessions/" + there, null).status()).isEqualTo(404);

    assertThat(one.send("DELETE", "/api/sessions/" + there, null).status()).isEqualTo(204);
    assertThat(other.get("/api/queue").status()).isEqualTo(401);
    assertThat(one.get("/api/queue").status()).isEqualTo(200);
    assertThat(one.get("/api/sessions").body().path("sessions")).hasSize(1);

    assertThat(admin.get("/api/sessions?of=all").response().body()).contains(here);
    assertThat(admin.send("DELETE", "/api/sessions/" + here, null).status()).isEqualTo(204);
    assertThat(one.get("/api/queue").status()).isEqualTo(401);
    Awaitility.await()
        .atMost(TestBroker.BOUND)
        .untilAsserted(
            () -> {
              List<String> told = new ArrayList<>();
              admin
                  .get("/api/audit?limit=500")
                  .body()
                  .path("entries")
                  .forEach(
                      entry -> {
                        if (entry.path("subject").asString("").equals(here)) {
                          told.add(
                              entry.path("by").path("name").asString("")
                                  + " "
                                  + entry.path("codes").path("ended").asString(""));
                        }
                      });
              assertThat(told).containsExactly("mavis false", "admin true");
            });
  }

  private static String idOf(JsonNode sessions, boolean current) {
    for (JsonNode session : sessions) {
      if (session.path("current").asBoolean() == current) {
        return session.path("id").asString();
      }
    }
    throw new AssertionError("none of " + sessions);
  }

  /** Codes are asked for once they are switched on; each is good once. */
  static void secondFactor(
      Console signedIn, Supplier<Console> fresh, String password, Console admin) {
    JsonNode offer = signedIn.post("/api/session/second-factor", Map.of()).body();
    String secret = offer.path("secret").asString();
    assertThat(offer.path("uri").asString())
        .startsWith("otpauth://totp/Rejoinder:")
        .contains(secret);
    String pending = offer.path("pending").asString();

    assertThat(switchOn(signedIn, "not the password", pending, code(secret, 0)).problem())
        .isEqualTo("wrong-credentials");
    assertThat(switchOn(signedIn, password, pending, "123").problem()).isEqualTo("invalid-request");
    assertThat(switchOn(signedIn, password, "x", code(secret, 0)).problem())
        .isEqualTo("invalid-request");
    Console.Answer on = switchOn(signedIn, password, pending, code(secret, 0));
    assertThat(on.status()).isEqualTo(200);
    JsonNode recovery = on.body().path("recoveryCodes");
    assertThat(recovery).hasSize(10);
    assertThat(signedIn.get("/api/session").body().path("secondFactor").asBoolean()).isTrue();

    assertThat(fresh.get().signIn("moira", password).problem()).isEqualTo("code-required");
    assertThat(withCode(fresh.get(), password, "000000").problem()).isEqualTo("wrong-code");
    assertThat(withCode(fresh.get(), "wrong", code(secret, 0)).problem())
        .isEqualTo("wrong-credentials");
    String code = code(secret, 1);
    assertThat(withCode(fresh.get(), password, code).status()).isEqualTo(200);
    assertThat(withCode(fresh.get(), password, code).problem())
        .as("a second time")
        .isEqualTo("wrong-code");

    String spare = recovery.get(0).asString();
    Console lost = fresh.get();
    assertThat(withCode(lost, password, spare.toUpperCase(java.util.Locale.ROOT)).status())
        .isEqualTo(200);
    assertThat(lost.get("/api/session").body().path("recoveryCodes").asInt()).isEqualTo(9);
    assertThat(withCode(fresh.get(), password, spare).problem()).isEqualTo("wrong-code");

    assertThat(admin.send("DELETE", "/api/accounts/moira/second-factor", null).status())
        .isEqualTo(200);
    assertThat(fresh.get().signIn("moira", password).status()).isEqualTo(200);
  }

  private static Console.Answer switchOn(
      Console console, String password, String pending, String code) {
    return console.send(
        "PUT",
        "/api/session/second-factor",
        "{\"password\":\"%s\",\"pending\":\"%s\",\"code\":\"%s\"}"
            .formatted(password, pending, code));
  }

  private static Console.Answer withCode(Console console, String password, String code) {
    return console.post(
        "/api/session", Map.of("name", "moira", "password", password, "code", code));
  }

  /** As a device would make it, so many steps later. */
  private static String code(String secret, int later) {
    long step = Instant.now().getEpochSecond() / OneTimeCodes.STEP.toSeconds() + later;
    return OneTimeCodes.at(secret, step);
  }
}
