package io.rejoinder.moderation.akismet;

/** A call that is answered with neither yes nor no: in the protocol's words, with status 200. */
final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String body;

  private Refused(String body, String help) {
    super(help, null, false, false);
    this.body = body;
  }

  /** The key opens nothing here. */
  static Refused key() {
    return new Refused("invalid", "The key is no token of this installation for this endpoint.");
  }

  /** What has to be said was not. */
  static Refused missing(String field) {
    String text = "Missing required field: " + field + ".";
    return new Refused(text, text);
  }

  /** A field that is out of bounds: its measure, never its value. */
  static Refused tooLong(String field, int length, int most) {
    return new Refused(
        "invalid", "%s: %d characters (expected: at most %d)".formatted(field, length, most));
  }

  String body() {
    return body;
  }

  /** For whoever looks for the reason; no content, no key. */
  String help() {
    return String.valueOf(getMessage());
  }
}
