package io.rejoinder.moderation.screening;

import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Span;
import io.rejoinder.moderation.link.Link;
import io.rejoinder.moderation.link.MarkdownLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Links: how many, whether they hide where they lead, and what became of comments with links to the
 * same domains. A link to a blocked domain is reason to hold; links to trusted ones do not count.
 */
final class Links implements Screen {

  static final String NAME = "links";

  private static final int SPANS = 20;

  /** Domains that are named in the values, and whose reputation counts. */
  private static final int DOMAINS = 5;

  private static final Evidence NONE =
      new Evidence(
          NAME,
          0,
          "no links",
          List.of(),
          Map.of(
              "links",
              "0",
              "images",
              "0",
              "hidden",
              "0",
              "shortened",
              "0",
              "spelled",
              "0",
              "trusted",
              "0",
              "phones",
              "0"));

  private final DomainRecord record;

  Links(ScreeningProperties.Authors settings) {
    this.record = new DomainRecord(settings);
  }

  @Override
  public String name() {
    return NAME;
  }

  /** The standing of each domain: {@code reputation} is "domain:approved/rejected,…". */
  @Override
  public Map<String, String> look(Subject subject) {
    List<Link> found = subject.references().links();
    if (found.isEmpty()) {
      return Map.of();
    }
    String standings =
        found.stream()
            .map(Link::domain)
            .distinct()
            .limit(DOMAINS)
            .map(domain -> record.standing(domain, subject))
            .filter(standing -> !standing.isEmpty())
            .collect(Collectors.joining(","));
    return standings.isEmpty() ? Map.of() : Map.of("reputation", standings);
  }

  @Override
  public Evidence weigh(Subject subject, Map<String, String> drawn) {
    List<Link> found = subject.references().links();
    List<MarkdownLink> markdown = subject.references().markdown();
    int phones = subject.references().phones().size();
    if (found.isEmpty() && markdown.isEmpty() && phones == 0) {
      return NONE;
    }
    Linked linked = Linked.of(found, markdown, subject.lists());
    Map<String, String> values = new TreeMap<>(drawn);
    values.putAll(linked.values(DOMAINS));
    values.put("phones", Integer.toString(phones));
    if (linked.blocked() != null) {
      values.put("hold", "1");
    }
    LinkWeights weights = new LinkWeights(linked, phones, Values.text(drawn, "reputation"));
    return new Evidence(name(), weights.sum(), weights.sentence(), spans(linked), values);
  }

  @Override
  public void decided(Decided decision) {
    record.decided(decision);
  }

  private static List<Span> spans(Linked linked) {
    List<Span> spans = new ArrayList<>();
    linked.hiding().stream().map(MarkdownLink::span).forEach(spans::add);
    linked.links().stream().map(Link::span).forEach(spans::add);
    return spans.stream().limit(SPANS).toList();
  }
}
