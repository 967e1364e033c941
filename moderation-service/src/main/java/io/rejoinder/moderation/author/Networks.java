package io.rejoinder.moderation.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The ranges that a network address lies in, as the comments' edge writes addresses: {@code
 * 192.0.2.7}, or the /64 of an IPv6 one as four groups. Ranges are those that providers hand out:
 * /24 and /16 of IPv4, /48 and /32 of IPv6.
 */
final class Networks {

  private static final Pattern FOUR =
      Pattern.compile("(\\d{1,3}\\.\\d{1,3})(\\.\\d{1,3})\\.\\d{1,3}");
  private static final Pattern SIX =
      Pattern.compile("([0-9a-f]{1,4}:[0-9a-f]{1,4})(:[0-9a-f]{1,4}):[0-9a-f]{1,4}::/64");

  /** The prefixes that ranges have. */
  static final List<Integer> PREFIXES = List.of(16, 24, 32, 48);

  private Networks() {}

  /** All ranges of an address, the narrower first; none of what is no address. */
  static List<String> of(String address) {
    List<String> ranges = new ArrayList<>(2);
    for (int prefix : List.of(24, 16, 48, 32)) {
      of(address, prefix).ifPresent(ranges::add);
    }
    return ranges;
  }

  /** The range with this prefix; none where an address of its kind has none. */
  static Optional<String> of(String address, int prefix) {
    var four = FOUR.matcher(address);
    if (four.matches()) {
      return switch (prefix) {
        case 24 -> Optional.of(four.group(1) + four.group(2) + ".0/24");
        case 16 -> Optional.of(four.group(1) + ".0.0/16");
        default -> Optional.empty();
      };
    }
    var six = SIX.matcher(address);
    if (six.matches()) {
      return switch (prefix) {
        case 48 -> Optional.of(six.group(1) + six.group(2) + "::/48");
        case 32 -> Optional.of(six.group(1) + "::/32");
        default -> Optional.empty();
      };
    }
    return Optional.empty();
  }
}
