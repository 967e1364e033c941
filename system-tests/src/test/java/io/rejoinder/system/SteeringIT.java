package io.rejoinder.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.system.client.Comments;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** An administrator steers screening, and a moderator looks at how it stands. */
@ExtendWith(Stage.class)
class SteeringIT {

  private static final String PASSWORD = "nine slow barges past the lock";

  private static final String TOO_WIDE =
      "return [...document.querySelectorAll('body *')].filter(e => !e.closest('.scrolls'))"
          + ".filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
          + ".map(e => e.outerHTML.slice(0, 120));";

  private final Stage.Shared stage;

  SteeringIT(Stage.Shared stage) {
    this.stage = stage;
  }

  @Test
  void aDomainIsBlockedAfterATrialAndTheVersionBeforeIsBroughtBack() throws Exception {
    try (Browser administrator = stage.browser(1200, 1000)) {
      administrator.open(stage.review());
      String thread =
          String.valueOf(administrator.find("rejoinder-thread").getDomAttribute("thread"));
      stage.signIn(administrator);
      administrator.find("[data-page=screening]").click();
      String before =
          String.valueOf(administrator.find("[data-in-force]").getDomAttribute("data-in-force"));
      administrator.find("[data-outlook]");
      administrator.picture("screening");
      for (String part : List.of("holds", "rules", "trial", "versions", "lists")) {
        administrator.find("[data-part=" + part + "]").click();
        administrator.await(
            part, () -> administrator.run("return location.search").contains("part=" + part));
        assertThat(administrator.violations()).as(part).isEmpty();
      }
      administrator.find("[name=blockedDomains]").sendKeys("steered.example", Keys.TAB);
      administrator.find("[data-form=save]");
      assertThat(administrator.violations()).isEmpty();

      administrator.find("[data-part=trial]").click();
      administrator.find("[data-form=trial] button[type=submit]").click();
      administrator.find("[data-trial=done]");

      administrator.find("[data-form=save] [name=why]").sendKeys("A farm of links.", Keys.ENTER);
      administrator.await(
          "it is in force",
          () -> administrator.find("[data-said]").getText().startsWith("Saved. Version"));
      Comments comments = new Comments(stage.platform().addresses().apis());
      String text = "More of it at https://steered.example/today";
      comments.post(new Comments.Draft(thread, UUID.randomUUID().toString(), "Ida", text, null));
      administrator.find("[data-page=queue]").click();
      assertThat(administrator.cardWith("steered.example").getText()).contains("Held:");

      administrator.find("[data-page=screening]").click();
      administrator.find("[data-part=versions]").click();
      String earlier = "[data-version='" + before + "'] ";
      administrator.find(earlier + "[data-action=compare]").click();
      assertThat(administrator.find("[data-difference]").getText()).contains("steered.example");
      administrator.prefers("prefers-color-scheme", "dark");
      assertThat(administrator.violations()).isEmpty();
      administrator.find(earlier + "[data-action=restore]").click();
      administrator.find("[data-form=save] [name=why]").sendKeys("It was a mistake.", Keys.ENTER);
      administrator.await(
          "it is back",
          () -> administrator.find("[data-versions]").getText().contains("It was a mistake."));
      administrator.find("[data-part=targets]").click();
      administrator.find("[data-outlook]");
      administrator.width(320);
      assertThat(administrator.wrong(TOO_WIDE)).isEmpty();
      administrator.picture("screening-320");
      assertThat(administrator.complaints()).isEmpty();
    }
  }

  @Test
  void aSiteTakesNothingForAsLongAsAnAdministratorSaysSo() throws Exception {
    Comments comments = new Comments(stage.platform().addresses().apis());
    try (Browser administrator = stage.browser(1200, 1000);
        Browser reader = stage.browser(1200, 1000)) {
      reader.open(stage.review());
      String thread = String.valueOf(reader.find("rejoinder-thread").getDomAttribute("thread"));
      reader.inThread("form[data-form=new]");
      stage.signIn(administrator);
      administrator.open(
          stage.platform().addresses().console().resolve("?page=screening&part=holds"));
      administrator.find("[name=readOnly]").sendKeys("reviews", Keys.TAB);
      administrator.find("[data-form=save] [name=why]").sendKeys("An attack.", Keys.ENTER);
      administrator.await("nothing is taken", () -> post(comments, thread) == 409);
      reader.open(stage.review());
      reader.inThread("[data-phase=closed]");
      assertThat(reader.countInThread("form[data-form=new]")).isZero();

      administrator.find("[name=readOnly]").clear();
      administrator.find("[name=readOnly]").sendKeys(Keys.TAB);
      administrator.find("[data-form=save] [name=why]").sendKeys("It is over.", Keys.ENTER);
      administrator.await("it is taken again", () -> post(comments, thread) == 202);
      reader.open(stage.review());
      reader.inThread("form[data-form=new]");
      assertThat(administrator.complaints()).isEmpty();
    }
  }

  private static int post(Comments comments, String thread) {
    String key = UUID.randomUUID().toString();
    try {
      return comments.post(new Comments.Draft(thread, key, "Ida", "Is it open?", null)).status();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aModeratorLooksAndChangesNothing() throws Exception {
    try (Browser moderator = stage.browser(1200, 1000)) {
      stage.openAccount("Ona", PASSWORD);
      stage.signIn(moderator, "Ona", PASSWORD);
      moderator.open(stage.platform().addresses().console().resolve("?page=screening&part=holds"));
      assertThat(moderator.find("[data-holds] [name=everything]").isEnabled()).isFalse();
      assertThat(moderator.find("[data-screening]").getText()).contains("Administrators change");
      assertThat(moderator.complaints()).isEmpty();
    }
  }
}
