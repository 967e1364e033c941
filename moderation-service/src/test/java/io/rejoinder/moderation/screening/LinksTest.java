package io.rejoinder.moderation.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.settings.Lists;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinksTest {

  private static final String BAD = "see bad.example.com now";

  private static final ScreeningProperties.Authors REMEMBERED =
      new ScreeningProperties.Authors(Duration.ofDays(180), 1024);

  private final Links screen = new Links(REMEMBERED);

  private Evidence links(String text) {
    return screen.examine(Texts.subject(text));
  }

  private Evidence links(String text, List<String> blocked, List<String> trusted) {
    Lists lists = new Lists(List.of(), List.of(), blocked, trusted);
    return screen.examine(Texts.subject(text, lists));
  }

  @Test
  void oneLinkWeighsLittle() {
    Evidence evidence = links("See https://example.org/heat.");
    assertThat(evidence.weight()).isBetween(0.1, 1.0);
    assertThat(evidence.sentence()).isEqualTo("1 link");
    assertThat(evidence.spans()).hasSize(1);
    assertThat(evidence.values())
        .containsEntry("links", "1")
        .containsEntry("domains", "example.org")
        .doesNotContainKey("hold");
  }

  @Test
  void manyLinksWeighMoreThanOne() {
    Evidence evidence = links("http://a.com http://b.net www.c.org");
    assertThat(evidence.weight()).isGreaterThanOrEqualTo(2.0);
    assertThat(evidence.sentence()).isEqualTo("3 links");
  }

  @Test
  void linkThatIsSpelledOutWeighsMoreThanAPlainOne() {
    assertThat(links("example dot com").weight()).isGreaterThan(links("example.com").weight());
    assertThat(links("example dot com").values()).containsEntry("spelled", "1");
  }

  @Test
  void linkThatShowsAnotherPlaceIsHidden() {
    Evidence evidence = links("[www.imdb.com](https://evil.example.net/x)");
    assertThat(evidence.values()).containsEntry("hidden", "1").containsEntry("links", "1");
    assertThat(evidence.weight()).isGreaterThanOrEqualTo(2.0);
  }

  @Test
  void linkThatShowsItsOwnPlaceIsOneLink() {
    Evidence evidence = links("[www.imdb.com](https://imdb.com/title)");
    assertThat(evidence.values()).containsEntry("hidden", "0").containsEntry("links", "1");
  }

  @Test
  void imagesShortenersAndTelephonesAreCounted() {
    assertThat(links("![x](https://bit.ly/a) call +49 170 1234567").values())
        .containsEntry("images", "1")
        .containsEntry("shortened", "1")
        .containsEntry("phones", "1");
  }

  @Test
  void linkToABlockedDomainIsReasonToHold() {
    Evidence evidence = links("go to shop.bad.example", List.of("bad.example"), List.of());
    assertThat(links("http://shop.bad.example", List.of("bad.example"), List.of()).values())
        .containsEntry("hold", "1");
    assertThat(evidence.values()).doesNotContainKey("hold");
    assertThat(links("http://notbad.example", List.of("bad.example"), List.of()).values())
        .doesNotContainKey("hold");
  }

  @Test
  void linkToATrustedDomainDoesNotCount() {
    Evidence evidence = links("https://www.imdb.com/x", List.of(), List.of("imdb.com"));
    assertThat(evidence.weight()).isZero();
    assertThat(evidence.values()).containsEntry("links", "0").containsEntry("trusted", "1");
  }

  @Test
  void domainIsKnownForWhatPeopleDecided() {
    double unknown = links(BAD).weight();
    for (int i = 0; i < 8; i++) {
      decided(i, Status.REJECTED, Texts.AT);
      decided(i, Status.REJECTED, Texts.AT);
    }
    Evidence evidence = links(BAD);
    assertThat(evidence.weight()).isGreaterThan(unknown + 1);
    assertThat(evidence.values()).containsEntry("reputation", "example.com:0/8");
    assertThat(evidence.sentence()).contains("example.com were rejected");
    for (int i = 0; i < 8; i++) {
      decided(i, Status.APPROVED, Texts.AT);
    }
    assertThat(links(BAD).weight()).isBetween(0.0, unknown);
    for (int i = 0; i < 8; i++) {
      decided(i, null, Texts.AT);
    }
    assertThat(links(BAD).values()).doesNotContainKey("reputation");
  }

  @Test
  void whatWasDrawnIsWeighedAgain() {
    decided(1, Status.REJECTED, Texts.AT);
    Evidence before = screen.examine(Texts.subject(BAD));
    decided(2, Status.REJECTED, Texts.AT);
    assertThat(screen.weigh(Texts.subject(BAD), before.values())).isEqualTo(before);
    assertThat(screen.weigh(Texts.subject(BAD), Map.of("reputation", "x:,9/")).weight())
        .isEqualTo(screen.weigh(Texts.subject(BAD), Map.of()).weight());
  }

  @Test
  void decisionsOfLongAgoAreForgotten() {
    decided(1, Status.REJECTED, Texts.AT.minus(Duration.ofDays(400)));
    assertThat(links(BAD).values()).doesNotContainKey("reputation");
  }

  private void decided(int number, @Nullable Status outcome, Instant at) {
    screen.decided(new Decided(Texts.state(number, BAD, at), outcome));
  }

  @Test
  void thousandsOfLinksTakeLinearTime() {
    String many = "[a.co](b.co) ".repeat(4_000);
    Evidence evidence = links(many);
    assertThat(evidence.values()).containsEntry("links", "4000").containsEntry("hidden", "4000");
    assertThat(evidence.spans()).hasSize(20);
    assertThat(evidence.weight()).isLessThan(10);
  }
}
