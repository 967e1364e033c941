package io.rejoinder.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Following by e-mail, by the buttons of the thread and the links of the messages. */
@ExtendWith(Stage.class)
class FollowByMailIT {

  private static final Pattern LINK = Pattern.compile("http\\S+/following/\\S+");

  private final Stage.Shared stage;

  FollowByMailIT(Stage.Shared stage) {
    this.stage = stage;
  }

  @Test
  void aReaderFollowsIsToldAndStops() throws Exception {
    try (Browser reader = stage.browser(1000, 900);
        Browser author = stage.browser(1000, 900)) {
      reader.open(stage.review());
      reader.inThread(".foot [data-action=follow]").click();
      reader.inThread("form[data-form=follow] input").sendKeys("nobody");
      reader.inThread("form[data-form=follow] button[type=submit]").click();
      reader.await(
          "what is wrong",
          () -> !reader.inThread("form[data-form=follow] [data-failure]").getText().isEmpty());
      assertThat(reader.isInFocus(reader.inThread("form[data-form=follow] input"))).isTrue();
      reader.scrollTo(reader.inThread("form[data-form=follow]"));
      check(reader, "follow-refused");
      reader.inThread("form[data-form=follow] input").sendKeys("@mail.example");
      reader.inThread("form[data-form=follow] button[type=submit]").click();
      reader.inThread("[data-asked]");
      check(reader, "follow-asked");
      // The refusal of the first address; nothing else.
      assertThat(reader.complaints()).allMatch(it -> it.contains("422"));

      reader.open(link(message(1)));
      check(reader, "follow-confirm");
      reader.find("main form button").click();
      reader.await("the answer", () -> reader.find("main").getText().contains("You will get"));
      check(reader, "follow-confirmed");

      author.open(stage.review());
      author.inThread("form[data-form=new] [name=name]").sendKeys("Ada Rook");
      author
          .inThread("form[data-form=new] [name=text]")
          .sendKeys("The lamp was out before he came.");
      author.inThread("form[data-form=new] button[type=submit]").click();
      author.inThread("article[data-state=published] [data-action=withdraw]");
      author.inThread("article [data-action=follow]").click();
      author.inThread("article form[data-form=follow] input");
      check(author, "follow-replies");

      MimeMessage news = message(2);
      assertThat(text(news)).contains("Ada Rook wrote", "> The lamp was out before he came.");
      reader.open(link(news));
      check(reader, "follow-stop");
      reader.find("main form button").click();
      reader.await("the answer", () -> reader.find("main").getText().contains("It is stopped"));
    }
  }

  private static void check(Browser browser, String state) {
    assertThat(browser.violations()).as(state).isEmpty();
    browser.picture("state-" + state);
  }

  private MimeMessage message(int number) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> stage.mail().getReceivedMessages().length >= number);
    return stage.mail().getReceivedMessages()[number - 1];
  }

  private static URI link(MimeMessage message) throws MessagingException, IOException {
    Matcher found = LINK.matcher(text(message));
    assertThat(found.find()).as(text(message)).isTrue();
    return URI.create(found.group());
  }

  private static String text(MimeMessage message) throws MessagingException, IOException {
    return (String) ((MimeMultipart) message.getContent()).getBodyPart(0).getContent();
  }
}
