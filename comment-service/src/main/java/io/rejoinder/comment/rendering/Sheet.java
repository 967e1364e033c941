package io.rejoinder.comment.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The look of the pages: in their head, so that it needs no request, and named in their policy. */
final class Sheet {

  private final String css;
  private final String policy;

  private Sheet(String css) {
    this.css = css;
    this.policy =
        "default-src 'none'; style-src 'sha256-"
            + digest(css)
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  }

  /** The shipped one. */
  static Sheet shipped() {
    try (InputStream in = Sheet.class.getResourceAsStream("page.css")) {
      if (in == null) {
        throw new IOException("no resource page.css");
      }
      return new Sheet(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(String css) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(css.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }

  String css() {
    return css;
  }

  /** A Content-Security-Policy: this style, forms to here, and nothing else. */
  String policy() {
    return policy;
  }
}
