package io.rejoinder.review.importing;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Network addresses as exports hold them. */
final class NetworkAddress {

  private static final Pattern V4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

  private NetworkAddress() {}

  /**
   * The address in its one form: dotted IPv4, also where it was mapped into IPv6; the /64 of an
   * IPv6 one. Empty for anything else. Never asks a name server.
   */
  static Optional<String> of(String text) {
    String literal = text.strip();
    if (!V4.matcher(literal).matches() && !V6.matcher(literal).matches()) {
      return Optional.empty();
    }
    try {
      // Java itself unwraps a mapped address.
      InetAddress address = InetAddress.getByName(literal);
      if (address instanceof Inet4Address) {
        return Optional.of(address.getHostAddress());
      }
      byte[] bytes = address.getAddress();
      Arrays.fill(bytes, 8, 16, (byte) 0);
      return Optional.of(InetAddress.getByAddress(bytes).getHostAddress());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
