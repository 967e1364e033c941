package io.rejoinder.moderation.link;

import io.rejoinder.events.comment.Span;
import java.util.List;

/**
 * A link in a text.
 *
 * @param span its place in the raw text
 * @param host where it leads, in lower case and in ASCII (Punycode), without {@code www.}
 * @param domain the registrable domain of the host; the host where there is none
 * @param spelled whether it is written so that only a person reads it ("example dot com")
 */
public record Link(Span span, String host, String domain, boolean spelled) {

  static Link of(Span span, String host, boolean spelled) {
    String ascii = Domains.ascii(host);
    String bare = ascii.startsWith("www.") ? ascii.substring("www.".length()) : ascii;
    return new Link(span, bare, Domains.registrable(bare), spelled);
  }

  /** Whether it leads to this host, this domain or a host below it. */
  public boolean isBelow(String hostOrDomain) {
    return host.equals(hostOrDomain) || host.endsWith("." + hostOrDomain);
  }

  /** Those that stand in a piece of the text, of all in their order; by bisection. */
  static List<Link> within(List<Link> links, Span piece) {
    int from = firstAt(links, piece.start());
    int to = from;
    while (to < links.size() && links.get(to).span().end() <= piece.end()) {
      to++;
    }
    return links.subList(from, to);
  }

  private static int firstAt(List<Link> links, int place) {
    int low = 0;
    int high = links.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (links.get(middle).span().start() < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
