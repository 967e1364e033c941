package io.rejoinder.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What readers have by e-mail, by the buttons of the thread and the links of the messages. */
@ExtendWith(Stage.class)
class ByMailIT {

  private static final Pattern LINK = Pattern.compile("http\\S+/(?:following|your-data)/\\S+");

  private final Stage.Shared stage;

  ByMailIT(Stage.Shared stage) {
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

      reader.open(link(message(1, "nobody@mail.example")));
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

      MimeMessage news = message(2, "nobody@mail.example");
      assertThat(text(news)).contains("Ada Rook wrote", "> The lamp was out before he came.");
      reader.open(link(news));
      check(reader, "follow-stop");
      reader.find("main form button").click();
      reader.await("the answer", () -> reader.find("main").getText().contains("It is stopped"));
    }
  }

  @Test
  void aReaderHasErasedWhatTheyWroteWithTheirAddressInAnotherBrowser() throws Exception {
    String text = "The harbour was never that quiet in winter.";
    try (Browser author = stage.browser(1000, 900);
        Browser reader = stage.browser(1000, 900)) {
      author.open(stage.review());
      author.inThread("form[data-form=new] [name=name]").sendKeys("Orla Finch");
      author.inThread("form[data-form=new] [name=email]").sendKeys("Orla@mail.example");
      author.inThread("form[data-form=new] [name=text]").sendKeys(text);
      author.inThread("form[data-form=new] button[type=submit]").click();
      author.inThread("article[data-state=published] [data-action=withdraw]");

      reader.open(stage.review());
      reader.inThread(".foot [data-action=data]").click();
      String page = reader.inThread("[data-by-email]").getDomProperty("href");
      reader.open(URI.create(String.valueOf(page)));
      check(reader, "data-by-address");
      reader.find("input[type=email]").sendKeys("orla@mail.example");
      reader.find("main form button").click();
      reader.await("the answer", () -> reader.find("main").getText().contains("your mailbox"));

      reader.open(link(message(1, "orla@mail.example")));
      reader.await("what is kept", () -> reader.find("main").getText().contains("one response"));
      check(reader, "data-kept");
      reader.find("input[name=sure]").click();
      reader.find("form:last-of-type button").click();
      reader.await("the answer", () -> reader.find("main").getText().contains("being erased"));
      String there =
          "return document.querySelector('rejoinder-thread').renderRoot.textContent.includes(arguments[0])";
      author.await("its end, where it was written", () -> author.run(there, text).equals("false"));
      reader.open(stage.review());
      reader.inThread(".foot [data-action=data]");
      assertThat(reader.run(there, text)).isEqualTo("false");
    }
  }

  private static void check(Browser browser, String state) {
    assertThat(browser.violations()).as(state).isEmpty();
    browser.picture("state-" + state);
  }

  private MimeMessage message(int number, String to) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> messages(to), those -> those.size() >= number)
        .get(number - 1);
  }

  private List<MimeMessage> messages(String to) throws MessagingException {
    List<MimeMessage> those = new ArrayList<>();
    for (MimeMessage each : stage.mail().getReceivedMessages()) {
      if (Arrays.toString(each.getAllRecipients()).equals("[" + to + "]")) {
        those.add(each);
      }
    }
    return those;
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
