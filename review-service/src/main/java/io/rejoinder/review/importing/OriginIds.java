package io.rejoinder.review.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.ThreadId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids of imported things, made of what identifies them where they come from. */
final class OriginIds {

  static final String SYSTEM = "wordpress";

  private static final int ID_BYTES = 16;

  private OriginIds() {}

  /**
   * The identity of an item: the host of its link with its number, else its link; empty where the
   * file does not tell it apart from others.
   */
  static String of(WxrItem item) {
    String link = item.field("link");
    String number = item.field("post_id");
    String host = WxrSite.hostOf(link);
    if (host.isEmpty()) {
      host = item.site().host();
    }
    if (!number.isEmpty() && !host.isEmpty()) {
      return host + "/" + number;
    }
    return link.isEmpty() ? item.field("guid") : link;
  }

  /**
   * The number of a comment; where it has none, a hash of who said what when, which is the same in
   * every export.
   */
  static String numberOf(WxrComment comment) {
    String number = comment.field("id");
    return number.isEmpty()
        ? "-"
            + hash(
                comment.field("author")
                    + "\n"
                    + comment.field("date_gmt")
                    + comment.field("date")
                    + "\n"
                    + comment.field("content"))
        : number;
  }

  static ThreadId review(String originId) {
    return new ThreadId(hash(originId));
  }

  static CommentId comment(String originId) {
    return new CommentId(hash(originId));
  }

  /** The origin of a comment: numbers are unique within an item only. */
  static String commentOrigin(String itemOrigin, String number) {
    return itemOrigin + "#" + number;
  }

  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }
}
