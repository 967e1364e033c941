package io.rejoinder.moderation.link;

import io.rejoinder.events.comment.Span;

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

  /** Whether it stands in this piece of the text. */
  public boolean isWithin(Span piece) {
    return span.start() >= piece.start() && span.end() <= piece.end();
  }
}
