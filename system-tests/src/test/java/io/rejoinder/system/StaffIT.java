package io.rejoinder.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.account.OneTimeCodes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** Programs' tokens, the audit, and how somebody signs in, on their pages of the console. */
@ExtendWith(Stage.class)
class StaffIT {

  private static final String PASSWORD = "three herons on one leg";

  private static final String TOO_WIDE =
      "return [...document.querySelectorAll('body *')].filter(e => !e.closest('.scrolls'))"
          + ".filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
          + ".map(e => e.outerHTML.slice(0, 120));";

  private final Stage.Shared stage;

  StaffIT(Stage.Shared stage) {
    this.stage = stage;
  }

  @Test
  void aTokenIsGoodUntilItIsRevokedAndTheAuditTellsWhatWasDone() throws Exception {
    try (Browser administrator = stage.browser(1200, 1000)) {
      stage.signIn(administrator);
      administrator.find("[data-page=tokens]").click();
      administrator.find("[data-form=token] [name=name]").sendKeys("Festival");
      administrator.find("[data-form=token] [value='queue:read']").click();
      administrator.find("[data-form=token] button[type=submit]").click();
      String secret = administrator.find("[data-secret] code").getText();
      administrator.find("[data-token=Festival]");
      assertThat(administrator.violations()).isEmpty();
      administrator.picture("tokens");
      assertThat(queue(secret)).isEqualTo(200);

      administrator.find("[data-token=Festival] [data-action=revoke]").click();
      administrator.find("[data-token=Festival] [data-action=revoke-sure]").click();
      administrator.await(
          "it is revoked",
          () -> administrator.find("[data-token=Festival]").getText().contains("revoked"));
      assertThat(queue(secret)).isEqualTo(401);

      administrator.find("[data-page=audit]").click();
      administrator.find("[data-verified=yes]");
      assertThat(administrator.find("[data-audit] tbody").getText()).contains("signed in");
      assertThat(administrator.violations()).isEmpty();
      administrator.picture("audit");
      administrator.prefers("prefers-color-scheme", "dark");
      assertThat(administrator.violations()).isEmpty();
      administrator.width(320);
      assertThat(administrator.wrong(TOO_WIDE)).isEmpty();
      administrator.open(stage.platform().addresses().console().resolve("?page=tokens"));
      administrator.find("[data-token=Festival]");
      assertThat(administrator.violations()).isEmpty();
      assertThat(administrator.wrong(TOO_WIDE)).isEmpty();
      assertThat(administrator.complaints()).isEmpty();
    }
  }

  private int queue(String secret) throws Exception {
    URI queue = stage.platform().addresses().console().resolve("/api/queue");
    HttpRequest request =
        HttpRequest.newBuilder(queue).header("Authorization", "Bearer " + secret).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  @Test
  void aDeviceIsAskedForOnceItIsSetUpAndASessionElsewhereIsEnded() throws Exception {
    stage.openAccount("Tova", PASSWORD);
    try (Browser here = stage.browser(1200, 1000);
        Browser there = stage.browser(1200, 1000)) {
      stage.signIn(here, "Tova", PASSWORD);
      here.find("[data-page=security]").click();
      here.find("[data-action=switch-on]").click();
      String secret = here.find("[data-secret]").getText().replace(" ", "");
      assertThat(here.violations()).isEmpty();
      here.picture("second-factor");
      here.find("[data-form=switch-on] [name=code]").sendKeys(code(secret));
      here.find("[data-form=switch-on] [name=password]").sendKeys(PASSWORD, Keys.ENTER);
      here.find("[data-codes]");
      assertThat(here.findAll("[data-codes] code")).hasSize(10);
      here.find("[data-action=kept]").click();
      here.find("[data-on]");

      there.open(stage.platform().addresses().console());
      there.find("form[data-form=sign-in] [name=name]").sendKeys("Tova");
      there.find("form[data-form=sign-in] [name=password]").sendKeys(PASSWORD, Keys.ENTER);
      there.find("form[data-form=sign-in] [name=code]").sendKeys("no code", Keys.ENTER);
      there.await(
          "word of it", () -> there.find("[data-failure]").getText().contains("is not right"));
      there.find("form[data-form=sign-in] [name=code]").clear();
      there.find("form[data-form=sign-in] [name=code]").sendKeys(code(secret), Keys.ENTER);
      there.find("[data-connection=live]");

      here.open(stage.platform().addresses().console().resolve("?page=security"));
      here.find("[data-session-row] [data-action=end]").click();
      here.await("it has ended", () -> here.findAll("[data-session-row]").size() == 1);
      assertThat(here.violations()).isEmpty();
      here.picture("security");
      there.open(stage.platform().addresses().console());
      there.find("form[data-form=sign-in]");
    }
  }

  private static String code(String secret) {
    long step = Instant.now().getEpochSecond() / OneTimeCodes.STEP.toSeconds();
    return OneTimeCodes.at(secret, step);
  }
}
