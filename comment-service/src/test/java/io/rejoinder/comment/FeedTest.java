package io.rejoinder.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Feeds, as a strict reader of RFC 4287 takes them. */
@ExtendWith(SharedPlatform.class)
class FeedTest {

  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final Platform platform;

  FeedTest(Platform platform) {
    this.platform = platform;
  }

  private Element feed(String path) throws Exception {
    HttpResponse<String> response = platform.get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type"))
        .contains("application/atom+xml;charset=UTF-8");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Element feed =
        factory
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(response.body())))
            .getDocumentElement();
    assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
    assertThat(feed.getLocalName()).isEqualTo("feed");
    return feed;
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    NodeList all = parent.getElementsByTagNameNS(ATOM, name);
    for (int i = 0; i < all.getLength(); i++) {
      if (all.item(i).getParentNode() == parent) {
        found.add((Element) all.item(i));
      }
    }
    return found;
  }

  private static String one(Element parent, String name) {
    assertThat(children(parent, name)).as(name).hasSize(1);
    return children(parent, name).get(0).getTextContent();
  }

  private static List<String> links(Element parent, String relation) {
    return children(parent, "link").stream()
        .filter(link -> link.getAttribute("rel").equals(relation))
        .map(link -> link.getAttribute("href"))
        .toList();
  }

  @Test
  void aThreadsFeedHasEverythingThatTheStandardRequires() throws Exception {
    platform.openThread("fed");
    platform.moderated(
        States.of(5300, "fed").approved(1, 1, "*One* & <two>"),
        States.of(5301, "fed").replyTo(States.id(5300)).approved(1),
        States.of(5302, "fed").held(1));
    await()
        .atMost(Platform.BOUND)
        .until(
            () -> feed("/threads/fed/feed").getElementsByTagNameNS(ATOM, "entry").getLength() == 2);

    Element feed = feed("/threads/fed/feed");
    assertThat(URI.create(one(feed, "id")).isAbsolute()).isTrue();
    assertThat(one(feed, "title")).isEqualTo("Responses to “Title”");
    assertThat(links(feed, "self")).containsExactly("https://localhost/comments/threads/fed/feed");
    assertThat(links(feed, "alternate")).containsExactly("http://localhost:8080/reviews/fed");
    List<Element> entries = children(feed, "entry");
    assertThat(one(feed, "updated")).isEqualTo(one(entries.get(0), "updated"));
    Element reply = entries.get(0);
    Element root = entries.get(1);
    for (Element entry : entries) {
      assertThat(one(entry, "id")).startsWith("urn:uuid:");
      assertThat(one(entry, "title")).isEqualTo("Response by Ada");
      assertThat(one(children(entry, "author").get(0), "name")).isEqualTo("Ada");
      assertThat(OffsetDateTime.parse(one(entry, "updated"))).isNotNull();
    }
    assertThat(children(root, "content").get(0).getAttribute("type")).isEqualTo("html");
    assertThat(one(root, "content")).isEqualTo("<p><em>One</em> &amp; &lt;two&gt;</p>");
    assertThat(links(root, "alternate"))
        .containsExactly("http://localhost:8080/reviews/fed#comment-" + States.id(5300).value());
    assertThat(
            ((Element)
                    reply
                        .getElementsByTagNameNS(
                            "http://purl.org/syndication/thread/1.0", "in-reply-to")
                        .item(0))
                .getAttribute("ref"))
        .isEqualTo(one(root, "id"));

    String replies = "/comments/" + States.id(5300).value() + "/feed";
    assertThat(children(feed(replies), "entry")).hasSize(1);
    assertThat(one(feed(replies), "title")).isEqualTo("Replies to a response by Ada");
  }

  @Test
  void aFeedIsNotSentTwiceAndOfNothingThereIsNone() throws Exception {
    HttpResponse<String> first = platform.get("/threads/closed/feed");
    for (String[] condition :
        List.of(
            new String[] {"If-None-Match", first.headers().firstValue("ETag").orElseThrow()},
            new String[] {
              "If-Modified-Since", first.headers().firstValue("Last-Modified").orElseThrow()
            })) {
      HttpRequest.Builder again =
          HttpRequest.newBuilder(platform.uri("/threads/closed/feed")).headers(condition);
      assertThat(platform.send(again).statusCode()).as(condition[0]).isEqualTo(304);
    }
    Problems.check(platform.get("/threads/nowhere/feed"), 404, "unknown-thread");
    Problems.check(platform.get("/comments/" + "0".repeat(32) + "/feed"), 404, "not-found");
    Problems.check(platform.get("/comments/x/feed"), 404, "not-found");
  }
}
