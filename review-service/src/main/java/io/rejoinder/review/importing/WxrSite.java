package io.rejoinder.review.importing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What an export says of the site that it is from. */
final class WxrSite {

  private final Map<String, String> names = new HashMap<>();
  private String address = "";

  /** The host of an address, with its port where it has one; empty for anything else. */
  static String hostOf(String address) {
    try {
      URI uri = new URI(address.strip().replaceFirst("[?#].*", ""));
      String host = uri.getHost();
      if (host == null) {
        return "";
      }
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      return host.toLowerCase(Locale.ROOT) + port;
    } catch (URISyntaxException e) {
      return "";
    }
  }

  /** The site's host; empty where the file does not say. */
  String host() {
    return hostOf(address);
  }

  /** The name that an author is shown by; the sign-in name itself where the file has no other. */
  String nameOf(String login) {
    return names.getOrDefault(login, login);
  }

  void address(String found) {
    if (address.isBlank()) {
      address = found.strip();
    }
  }

  void author(String login, String name) {
    if (!name.isBlank()) {
      names.put(login.strip(), name.strip());
    }
  }
}
