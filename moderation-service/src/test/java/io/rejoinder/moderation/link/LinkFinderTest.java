package io.rejoinder.moderation.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.comment.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkFinderTest {

  private static List<String> hosts(String text) {
    return LinkFinder.in(text).stream().map(Link::host).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          see https://Example.org/heat. | example.org
          HTTP://www.example.org | example.org
          hxxp://example.com/x | example.com
          hxxps://example[.]com/x | example.com
          http://localhost:8080/a | localhost
          http://good.example@evil.example/x | evil.example
          cheap-pills.shop today | cheap-pills.shop
          win.bet/now | win.bet
          shop.example.co.uk | shop.example.co.uk
          www.example.zip | example.zip
          here: example.zip/film | example.zip
          example dot com | example.com
          visit example (dot) com now | example.com
          example[.]com | example.com
          example[dot]zip | example.zip
          example{.}com | example.com
          example <dot> com | example.com
          Example DOT Com | example.com
          ejemplo punto com | ejemplo.com
          www dot example dot co dot uk | example.co.uk
          example . com | example.com
          example .com/x | example.com
          example. com | example.com
          exаmple . com | xn--exmple-4nf.com
          example.соm | example.com
          ｅｘａｍｐｌｅ．ｃｏｍ | example.com
          exam\u200Bple.com | example.com
          bücher.example.org | xn--bcher-kva.example.org
          see.http://example.org | example.org
          """)
  void linkIsSeenInEverySpelling(String text, String host) {
    assertThat(hosts(text)).containsExactly(host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the dot com boom",
        "A dot com bubble, the dot com boom and every dot com startup",
        "Pets dot com company",
        "at dot",
        "I loved the film. To be or not to be",
        "a great film. Com isso, fico feliz",
        "Pacino vs. De Niro.Great.No e.g. here, 3.5/5 at 10.30",
        "It was the end.Live music.Top.Me too",
        "the net result. info follows. in the end",
        "anna@example.com, anna.me@example.com",
        "anna (at) example (dot) com",
        "J.J.Abrams, U.S.A., i.e. the p.m. of St.Pauli",
        "saw it on film.mov and act.one",
        "www is no host, http neither, http:// is none",
        "... .. . dot dot dot",
        "and so on.\ncom",
        ""
      })
  void sentenceIsNoLink(String text) {
    assertThat(hosts(text)).isEmpty();
  }

  @Test
  void linkHasItsPlaceAndItsDomain() {
    Link link = LinkFinder.in("go to shop.example.co.uk/x?y, now").get(0);
    assertThat(link.span()).isEqualTo(new Span(6, 28));
    assertThat(link.domain()).isEqualTo("example.co.uk");
    assertThat(link.spelled()).isFalse();
    assertThat(LinkFinder.in("example dot com").get(0).spelled()).isTrue();
  }

  @Test
  void siteOfOneOfManyUsersIsADomainOfItsOwn() {
    assertThat(LinkFinder.in("https://spammer.github.io").get(0).domain())
        .isEqualTo("spammer.github.io");
  }

  @Test
  void markdownLinkMayHideItsTarget() {
    assertThat(hidden("[www.imdb.com](https://evil.example.net/x)")).isTrue();
    assertThat(hidden("[www.imdb.com](https://m.imdb.com/title)")).isFalse();
    assertThat(hidden("[bücher.de](https://xn--bcher-kva.de)")).isFalse();
    assertThat(hidden("[here](https://example.net/x)")).isFalse();
    assertThat(MarkdownLink.in("![a](https://example.org/a.png)").get(0).image()).isTrue();
    assertThat(MarkdownLink.in("[a\nb](c) [](")).isEmpty();
  }

  private static boolean hidden(String text) {
    return MarkdownLink.in(text).get(0).isHiding(LinkFinder.in(text));
  }

  @Test
  void telephoneNumbersAreFound() {
    assertThat(Phones.in("call +49 (170) 123-4567 or 0800 123 4567"))
        .extracting(Phone::number)
        .containsExactly("+491701234567", "08001234567");
    assertThat(Phones.in("1995-2005, 10/10, 2015.10.03 10 30, a123456789, 100000")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.", "a[.]", "a dot ", "a .", "a. ", "http://", "www.a.", "a@", "http://a@", "[", "](",
        "[a](", "(dot)", "\u0301.", "\uD835.", "1 ", "com . ", "a.com.x.", "http:", "[:]//", "-",
            "_"
      })
  void hostileTextsTakeLinearTime(String part) {
    String text = "a" + part.repeat(30_000 / part.length());
    List<Link> links = LinkFinder.in(text);
    for (MarkdownLink link : MarkdownLink.in(text)) {
      assertThat(link.span().end()).isLessThanOrEqualTo(text.length());
    }
    Phones.in(text);
    assertThat(links.size()).isLessThanOrEqualTo(text.length());
  }
}
