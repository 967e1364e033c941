package io.rejoinder.moderation.link;

import java.util.Set;

/**
 * Services that make short addresses of long ones, as in wide use in 2026. Where such a link leads
 * is seen only by following it, which nobody does here.
 */
public final class Shorteners {

  private static final Set<String> DOMAINS =
      Set.of(
          ("adf.ly b.link bit.ly bitly.com bl.ink buff.ly clck.ru cli.re cutt.ly dub.sh fb.me"
                  + " goo.gl is.gd kutt.it lnkd.in merky.de mub.me ow.ly qr.ae rb.gy rebrand.ly"
                  + " s.id short.gy short.io shorturl.at shorturl.gg shrtco.de soo.gd spoo.me"
                  + " t.co t.ly t.me tiny.cc tiny.one tinyurl.com u.to urlz.fr v.gd vk.cc wa.me x.gd"
                  + " yourls.org zpr.io")
              .split(" "));

  private Shorteners() {}

  /** Whether this registrable domain is one of such a service. */
  public static boolean contains(String domain) {
    return DOMAINS.contains(domain);
  }
}
