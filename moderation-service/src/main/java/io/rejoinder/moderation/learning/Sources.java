package io.rejoinder.moderation.learning;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.events.Secret;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Origin;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;

/** Whose decision it is, as a keyed hash: tells sources apart, and nobody by name. Threadsafe. */
final class Sources {

  /** Of what the platform takes back by itself. */
  static final String NOBODY = "0".repeat(32);

  private static final int BYTES = 16;

  private final SecretKeySpec key;

  Sources(Secret secret) {
    this.key = secret.keyFor("examples.source");
  }

  /** The moderator's account, or the system and site that the comment was imported from. */
  String of(CommentState state, Decision decision) {
    Origin origin = state.origin();
    return switch (decision.by().kind()) {
      case MODERATOR -> hash("account/" + decision.by().account());
      case IMPORT -> hash("import/" + (origin == null ? "" : origin.system() + "/" + site(origin)));
      case SCREENING, READERS -> NOBODY;
    };
  }

  /** Of a site that keeps its own comments: its token. */
  String ofToken(String token) {
    return hash("token/" + token);
  }

  private static String site(Origin origin) {
    int end = origin.id().indexOf('/');
    return end < 0 ? "" : origin.id().substring(0, end);
  }

  private String hash(String source) {
    byte[] hash = Secret.hmac(key, source.getBytes(UTF_8));
    return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
  }
}
