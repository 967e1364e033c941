package io.rejoinder.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.rejoinder.system.client.Answer;
import io.rejoinder.system.client.Console;
import io.rejoinder.system.client.Servers;
import io.rejoinder.system.platform.Platform;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One platform with the imported reviews for the tests in the browser that need nothing of their
 * own: two readers' reports have a comment wait, and nobody is too fast. It ends with the last
 * test.
 */
final class Stage implements ParameterResolver {

  private static final String REVIEW = "/reviews/the-salt-road";

  /** What a test gets of it. */
  static final class Shared implements AutoCloseable {
    private final Platform platform;
    private final Path chromium;
    private final Path chromedriver;

    private final GreenMail mail;

    private Shared(Platform platform, GreenMail mail, Path chromium, Path chromedriver) {
      this.platform = platform;
      this.mail = mail;
      this.chromium = chromium;
      this.chromedriver = chromedriver;
    }

    Platform platform() {
      return platform;
    }

    /** The mail server that it sends to. */
    GreenMail mail() {
      return mail;
    }

    /** The review with the most comments. */
    URI review() {
      return platform.addresses().site().resolve(REVIEW);
    }

    Browser browser(int width, int height) {
      return Browser.start(chromium, chromedriver, width, height);
    }

    /** Somebody who sees dark, or otherwise, as the browser's own switches say. */
    Browser browser(int width, int height, String... switches) {
      return Browser.start(chromium, chromedriver, width, height, Map.of(), switches);
    }

    /** The administrator's client of the console. */
    Console administrator() {
      return new Console(
          platform.addresses().console(),
          Platform.ADMINISTRATOR,
          platform.administratorsPassword());
    }

    /** Opens a moderator's account and chooses its password. */
    void openAccount(String name, String password) throws IOException {
      Answer opened = administrator().openAccount(name);
      String first = Objects.requireNonNull(opened.string("password"), opened.brief());
      Console own = new Console(platform.addresses().console(), name, first);
      assertThat(own.changePassword(password).status()).isBetween(200, 204);
    }

    /** Signs the administrator in to the console. */
    void signIn(Browser moderator) {
      signIn(moderator, Platform.ADMINISTRATOR, platform.administratorsPassword());
    }

    /** Signs somebody in to the console. */
    void signIn(Browser moderator, String name, String password) {
      moderator.open(platform.addresses().console());
      String form = "form[data-form=sign-in] ";
      moderator.find(form + "[name=name]").sendKeys(name);
      moderator.find(form + "[name=password]").sendKeys(password);
      moderator.find(form + "button[type=submit]").click();
      moderator.find("[data-connection=live]");
    }

    @Override
    public void close() {
      platform.close();
      mail.stop();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Shared.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    assumeThat(TestSetup.onPath("chromium")).as("chromium on the PATH").isPresent();
    assumeThat(TestSetup.onPath("chromedriver")).as("chromedriver on the PATH").isPresent();
    return context
        .getRoot()
        .getStore(Namespace.create(Stage.class))
        .computeIfAbsent(Shared.class, type -> start(), Shared.class);
  }

  private static Shared start() {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    Platform platform =
        Platform.allInOne(
            TestSetup.of("stage", "--profile", "bench")
                .with(
                    Map.of(
                        "REJOINDER_MAIL_HOST", "127.0.0.1",
                        "REJOINDER_MAIL_PORT", Integer.toString(mail.getSmtp().getPort()),
                        "REJOINDER_MAIL_SECURITY", "none",
                        "REJOINDER_MAIL_FROM", "Evening Ledger <comments@ledger.example>",
                        "REJOINDER_COMMENTS_FOLLOWING_WINDOW", "1s",
                        "REJOINDER_COMMENTS_RATE_PROXIES", "127.0.0.1/32",
                        "REJOINDER_COMMENTS_SITES_REVIEWS_HOLDATREPORTS", "2",
                        "REJOINDER_COMMENTS_SITES_REVIEWS_EDITWINDOW", "5m")));
    platform.start("--import", TestSetup.export().toString());
    Servers site = new Servers(platform.addresses().sites());
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> site.get(REVIEW, Map.of()).text().contains("petrol station, yes"));
    return new Shared(
        platform,
        mail,
        TestSetup.onPath("chromium").orElseThrow(),
        TestSetup.onPath("chromedriver").orElseThrow());
  }
}
