package io.rejoinder.moderation.screening;

import io.rejoinder.events.settings.Lists;
import io.rejoinder.moderation.link.Link;
import io.rejoinder.moderation.link.MarkdownLink;
import io.rejoinder.moderation.link.Shorteners;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a text leads.
 *
 * @param links to places that are not trusted; a Markdown link that shows an address is one
 * @param trusted how many lead to trusted domains
 * @param images how many images
 * @param hiding links that show an address of another domain
 * @param blocked the first blocked domain or host, if there is one
 */
record Linked(
    List<Link> links,
    int trusted,
    int images,
    List<MarkdownLink> hiding,
    @Nullable String blocked) {

  static Linked of(List<Link> found, List<MarkdownLink> markdown, Lists lists) {
    Set<Link> named = new HashSet<>();
    markdown.forEach(one -> named.addAll(one.named(found)));
    List<Link> targets = found.stream().filter(link -> !named.contains(link)).toList();
    List<Link> counted =
        targets.stream().filter(link -> below(link, lists.trustedDomains()) == null).toList();
    return new Linked(
        counted,
        targets.size() - counted.size(),
        (int) markdown.stream().filter(MarkdownLink::image).count(),
        markdown.stream().filter(one -> one.isHiding(found)).toList(),
        targets.stream()
            .map(link -> below(link, lists.blockedDomains()))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null));
  }

  private static @Nullable String below(Link link, List<String> domains) {
    return domains.stream().filter(link::isBelow).findFirst().orElse(null);
  }

  /** Those to services that shorten addresses: nobody sees where they lead. */
  int shortened() {
    return (int) links.stream().filter(link -> Shorteners.contains(link.domain())).count();
  }

  /** Those that only a person reads as links. */
  int spelled() {
    return (int) links.stream().filter(Link::spelled).count();
  }

  List<String> domains() {
    return links.stream().map(Link::domain).distinct().toList();
  }

  /** The values of the evidence, with so many domains at most. */
  Map<String, String> values(int mostDomains) {
    Map<String, String> values = new HashMap<>();
    values.put("links", Integer.toString(links.size()));
    values.put("images", Integer.toString(images));
    values.put("hidden", Integer.toString(hiding.size()));
    values.put("shortened", Integer.toString(shortened()));
    values.put("spelled", Integer.toString(spelled()));
    if (!links.isEmpty()) {
      values.put("domains", domains().stream().limit(mostDomains).collect(Collectors.joining(",")));
    }
    values.put("trusted", Integer.toString(trusted));
    return values;
  }
}
