package io.rejoinder.moderation.akismet;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.util.NetUtil;
import io.rejoinder.events.Sealed;
import io.rejoinder.events.Sealer;
import io.rejoinder.events.Secret;
import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.ThreadId;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What screens tell comments, threads and authors of other sites by: each key is a site of its own,
 * while an address is the same author on all of them, and in the installation's own threads.
 * Threadsafe.
 */
final class Site {

  private static final int ID_BYTES = 16;
  private static final int THREAD_BYTES = 8;
  private static final int SIXTY_FOUR_BITS = 4;

  private final SecretKeySpec key;
  private final Sealer sealer;

  Site(Secret secret) {
    this.key = secret.keyFor("akismet.comment");
    this.sealer = new Sealer(secret);
  }

  /** The same for the same comment, however often it is asked about. */
  CommentId comment(String token, Submission one) {
    return new CommentId(
        hash(
            ID_BYTES,
            token,
            one.page(),
            one.userIp(),
            one.name(),
            one.email(),
            one.address(),
            one.content()));
  }

  /** The key's id, and what page it is: at most 35 characters. */
  ThreadId thread(String token, Submission one) {
    return new ThreadId(
        token.toLowerCase(Locale.ROOT) + "-" + hash(THREAD_BYTES, token, one.page()));
  }

  /** Its author; one without a name is nobody else. */
  Author author(CommentId comment, Submission one) {
    return new Author(
        one.name().isEmpty() ? "nobody " + comment : one.name(),
        one.email().isEmpty() ? null : sealer.seal(one.email()),
        address(one.userIp()));
  }

  /** As the installation's own comments have it: an IPv6 address is its /64. */
  private @Nullable Sealed address(String text) {
    InetAddress address = NetUtil.createInetAddressFromIpAddressString(text);
    if (address == null) {
      return null;
    }
    return sealer.seal(
        address instanceof Inet6Address ? network(address.getAddress()) : address.getHostAddress());
  }

  private static String network(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < SIXTY_FOUR_BITS; i++) {
      int group = (bytes[2 * i] & 0xff) << 8 | (bytes[2 * i + 1] & 0xff);
      text.append(Integer.toHexString(group)).append(':');
    }
    return text.append(":/64").toString();
  }

  private String hash(int bytes, String... parts) {
    byte[] mac = Secret.hmac(key, String.join("\u0000", parts).getBytes(UTF_8));
    return HexFormat.of().formatHex(mac, 0, bytes);
  }
}
