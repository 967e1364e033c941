package io.rejoinder.comment.edge;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Strong entity tags: equal for equal bytes. */
public final class ETag {

  private static final int BYTES = 12;

  private ETag() {}

  /** The tag of a body: half a SHA-256, in quotes. */
  public static String of(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return '"' + HexFormat.of().formatHex(digest, 0, BYTES) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }

  /** Whether an {@code If-None-Match} names this tag, alone or in a list, weak or strong. */
  public static boolean matches(@Nullable String ifNoneMatch, String tag) {
    return ifNoneMatch != null && ifNoneMatch.contains(tag);
  }
}
