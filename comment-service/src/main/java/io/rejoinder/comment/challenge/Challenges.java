package io.rejoinder.comment.challenge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.events.Secret;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.altcha.altcha.Altcha;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * Asks for proof of work where a post needs it. A challenge is signed and names its thread, so that
 * any instance can check the answer without having kept anything; an answer serves once on each
 * instance. Threadsafe.
 */
public final class Challenges {

  /** The header that carries the answer: the payload of ALTCHA's first protocol, in Base64. */
  public static final String HEADER = "Rejoinder-Challenge";

  private static final Logger LOG = LoggerFactory.getLogger(Challenges.class);

  /** Beyond it a header is no answer of ours, whose longest is about 400 characters. */
  private static final int LONGEST = 2_000;

  private static final String THREAD = "thread";

  private final ChallengeProperties bounds;
  private final boolean limited;
  private final Alarm alarm;
  private final String key;
  private final Cache<String, Boolean> used;
  private final Clock clock;

  Challenges(ChallengeProperties bounds, boolean limited, Secret secret, Clock clock) {
    this.bounds = bounds;
    this.limited = limited;
    this.alarm = new Alarm(bounds.postsPerMinute(), bounds.quiet(), clock);
    this.key = HexFormat.of().formatHex(secret.keyFor("challenge").getEncoded());
    this.used =
        Caffeine.newBuilder()
            .maximumSize(bounds.remembered())
            .expireAfterWrite(bounds.valid())
            .build();
    this.clock = clock;
  }

  /** Whether a post needs an answer now. */
  boolean needed() {
    return switch (bounds.mode()) {
      case ALWAYS -> true;
      case OFF -> false;
      case AUTO -> limited && alarm.isOn();
    };
  }

  /**
   * A post has come, whatever becomes of it. One that brings an answer is the same again that was
   * counted when it was asked for one: counted twice, what is usual on a site could keep it up.
   */
  public void came(ServerRequest request) {
    if (!answering(request)) {
      count();
    }
  }

  /** A post was refused before its answer was looked at: it counts with an answer, too. */
  public void turnedAway(ServerRequest request) {
    if (answering(request)) {
      count();
    }
  }

  private boolean answering(ServerRequest request) {
    return answerOf(request) != null && needed();
  }

  private void count() {
    if (alarm.count() && bounds.mode() == ChallengeProperties.Mode.AUTO && limited) {
      LOG.warn(
          alarm.isOn()
              ? "more than {} posts in a minute: posts need proof of work from now on"
              : "fewer than half of {} posts in a minute: posts need no proof of work any more",
          bounds.postsPerMinute());
    }
  }

  /** What a post to a thread is asked for; nothing where it needs no proof or brings some. */
  public Optional<Problem> ask(ServerRequest request, String thread) {
    return needed() && answerOf(request) == null
        ? Optional.of(ask(ProblemType.CHALLENGE_REQUIRED, thread))
        : Optional.empty();
  }

  /** What the proof that a post brings is refused for; nothing where it needs none or is right. */
  public Optional<Problem> check(ServerRequest request, String thread) {
    String answer = answerOf(request);
    if (!needed()) {
      return Optional.empty();
    }
    // It may have begun since it was asked.
    if (answer == null) {
      return ask(request, thread);
    }
    if (answers(answer, thread)) {
      return Optional.empty();
    }
    count();
    return Optional.of(ask(ProblemType.CHALLENGE_REFUSED, thread));
  }

  private static @Nullable String answerOf(ServerRequest request) {
    return request.exchange().getRequest().getHeaders().getFirst(HEADER);
  }

  private boolean answers(String answer, String thread) {
    if (answer.length() > LONGEST) {
      return false;
    }
    try {
      Payload payload = Payload.of(answer);
      return thread.equals(Altcha.extractParams(payload.salt()).get(THREAD))
          && Altcha.verifySolution(answer, key, true)
          // The signature is checked by now: what is remembered are answers of ours.
          && used.asMap().putIfAbsent(payload.signature(), true) == null;
    } catch (Exception e) {
      // Whatever was sent, it is no answer.
      return false;
    }
  }

  private Problem ask(ProblemType type, String thread) {
    return Problem.of(type).with("challenge", challenge(thread));
  }

  private Asked challenge(String thread) {
    Instant until = clock.instant().plus(bounds.valid());
    try {
      Altcha.Challenge made =
          Altcha.createChallenge(
              new Altcha.ChallengeOptions()
                  .setAlgorithm(Altcha.Algorithm.SHA256)
                  .setSecureRandomNumber(true)
                  .setMaxNumber(work())
                  .setHmacKey(key)
                  .setExpires(until.getEpochSecond())
                  .addParam(THREAD, thread));
      return new Asked(made.algorithm, made.challenge, made.maxnumber, made.salt, made.signature);
    } catch (Exception e) {
      throw new IllegalStateException("no challenge", e);
    }
  }

  long work() {
    long times = Long.highestOneBit(alarm.excess());
    return Math.min(Math.max(bounds.work(), bounds.most()), bounds.work() * times);
  }

  /** A challenge as ALTCHA's first protocol has it. */
  private record Asked(
      String algorithm, String challenge, Long maxnumber, String salt, String signature) {}
}
