package io.rejoinder.moderation.quality;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.events.Secret;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Sample;
import io.rejoinder.events.comment.Status;
import java.nio.ByteBuffer;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Draws the sample of automatic decisions. A draw is a keyed hash of comment and revision, so that
 * a replay draws the same. The id alone would not do: it is a keyed hash, too, but its author is
 * told of it, and could take back or edit what is going to be looked at. Threadsafe.
 */
public final class Sampling {

  /** A hash's first 53 bits are a number of [0, 1) without rounding. */
  private static final int UNUSED_BITS = 11;

  private static final double UNIT = 0x1.0p-53;

  private final SecretKeySpec key;
  private final QualityProperties settings;

  Sampling(Secret secret, QualityProperties settings) {
    this.key = secret.keyFor("quality.sample");
    this.settings = settings;
  }

  /** The sample that a decision on a revision is drawn for; null for nearly all. */
  public @Nullable Sample draw(CommentId comment, int revision, Status outcome) {
    if (settings.sample() == 0 || (outcome != Status.APPROVED && outcome != Status.REJECTED)) {
      return null;
    }
    byte[] hash = Secret.hmac(key, (comment + "/" + revision).getBytes(UTF_8));
    ByteBuffer numbers = ByteBuffer.wrap(hash);
    if (unit(numbers.getLong()) >= settings.sample()) {
      return null;
    }
    return new Sample(settings.sample(), unit(numbers.getLong()) < settings.second() ? 2 : 1);
  }

  private static double unit(long bits) {
    return (bits >>> UNUSED_BITS) * UNIT;
  }
}
