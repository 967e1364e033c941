package io.rejoinder.moderation.learning;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.moderation.policy.Score;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Honest comments that come with the product and take part in every fit: what people say anyway is
 * not what gives a new kind of spam away. Without them, a moderator who rejects and never approves
 * taught 36 % false positives where it were 15 % with them (245 examples, a prior from elsewhere).
 *
 * <p>They hold the model where it is, and push it nowhere: each counts as positive as far as the
 * model takes it to be, and as negative for the rest. Labelled as honest alone they weighed as much
 * as hundreds of approvals, and the first approval that a site ever made cost the model of toxicity
 * a third of what it found (recall on its own training texts from 88 to 61 %).
 */
final class Anchors {

  /** Above 1, as about a hundred stand for everything that honest people write. */
  private static final double WEIGHT = 3;

  private static final List<String> TEXTS = texts();

  private Anchors() {}

  static List<Weighted> of(Prior prior) {
    return TEXTS.stream().map(prior::read).flatMap(Anchors::asItIs).toList();
  }

  private static Stream<Weighted> asItIs(Prior.Reading reading) {
    int[] vector = Packed.of(reading);
    double positive = Score.probability(reading.logOdds());
    return Stream.of(
            new Weighted(true, reading.logOdds(), vector, WEIGHT * positive),
            new Weighted(false, reading.logOdds(), vector, WEIGHT * (1 - positive)))
        .filter(part -> part.weight() > 0);
  }

  private static List<String> texts() {
    try (InputStream in = Anchors.class.getResourceAsStream("honest.txt")) {
      if (in == null) {
        throw new IllegalStateException("honest.txt: not on the class path");
      }
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
