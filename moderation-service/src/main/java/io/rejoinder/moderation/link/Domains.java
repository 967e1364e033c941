package io.rejoinder.moderation.link;

import com.google.common.net.InternetDomainName;
import com.ibm.icu.text.IDNA;
import java.util.Locale;

/**
 * Names of hosts, by the Public Suffix List as the library carries it, its private part included.
 */
public final class Domains {

  private static final IDNA IDN = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII);

  /** RFC 1035. */
  private static final int LONGEST = 253;

  private Domains() {}

  /** In lower case, and as the registries know it; equal for all spellings of a name. */
  public static String ascii(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    if (lower.length() > LONGEST || lower.chars().allMatch(c -> c < 128)) {
      return lower;
    }
    IDNA.Info info = new IDNA.Info();
    String ascii = IDN.nameToASCII(lower, new StringBuilder(), info).toString();
    return ascii.isEmpty() ? lower : ascii;
  }

  /** The domain that someone registered ("example.co.uk"); the host itself if it has none. */
  public static String registrable(String host) {
    if (!isName(host)) {
      return host;
    }
    InternetDomainName name = InternetDomainName.from(host);
    return name.isUnderPublicSuffix() ? name.topPrivateDomain().toString() : host;
  }

  /** Whether anyone may register names below it. */
  static boolean isPublicSuffix(String name) {
    return isName(name) && InternetDomainName.from(name).isPublicSuffix();
  }

  private static boolean isName(String host) {
    return host.length() > 1 && host.length() <= LONGEST && InternetDomainName.isValid(host);
  }
}
