package io.rejoinder.comment.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.events.Secret;
import io.rejoinder.events.comment.CommentId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Ids and tokens. The same post with the same key has the same id, so a retry is one comment; and
 * without the installation's secret nobody can make the id or the token of another's.
 */
public final class Tickets {

  private static final int ID_BYTES = 16;
  private static final String BEARER = "Bearer ";

  private final SecretKeySpec idKey;
  private final SecretKeySpec tokenKey;
  private final SecretKeySpec commandKey;
  private final SecureRandom random = new SecureRandom();

  Tickets(Secret secret) {
    this.idKey = secret.keyFor("comment.id");
    this.tokenKey = secret.keyFor("submission.token");
    this.commandKey = secret.keyFor("submission.command");
  }

  /** The id of a post; without a key each post is one of its own. */
  CommentId id(String thread, @Nullable String idempotencyKey, Draft draft) {
    String key = idempotencyKey;
    if (key == null) {
      byte[] fresh = new byte[ID_BYTES];
      random.nextBytes(fresh);
      key = HexFormat.of().formatHex(fresh);
    }
    byte[] content =
        joined(thread, key, draft.strippedText(), draft.name(), draft.email(), draft.parentId());
    return new CommentId(HexFormat.of().formatHex(Secret.hmac(idKey, content), 0, ID_BYTES));
  }

  /** The id of an edit or withdrawal: a retry is the same command. */
  String command(CommentId id, String kind, String content) {
    byte[] hash = Secret.hmac(commandKey, joined(id.value(), kind, content));
    return HexFormat.of().formatHex(hash, 0, ID_BYTES);
  }

  String token(CommentId id) {
    byte[] hash = Secret.hmac(tokenKey, id.value().getBytes(UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  /** Whether an {@code Authorization} header carries this comment's token; in constant time. */
  public boolean fits(String authorization, String id) {
    if (!authorization.startsWith(BEARER) || !CommentId.wellFormed(id)) {
      return false;
    }
    byte[] given = authorization.substring(BEARER.length()).strip().getBytes(UTF_8);
    return MessageDigest.isEqual(given, token(new CommentId(id)).getBytes(UTF_8));
  }

  /** Each part behind its length: no two lists of parts look the same. */
  private static byte[] joined(@Nullable String... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream(256);
    for (String part : parts) {
      byte[] bytes = part == null ? new byte[0] : part.getBytes(UTF_8);
      int length = part == null ? -1 : bytes.length;
      all.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
      all.writeBytes(bytes);
    }
    return all.toByteArray();
  }
}
