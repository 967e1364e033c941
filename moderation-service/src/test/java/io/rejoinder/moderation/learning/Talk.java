package io.rejoinder.moderation.learning;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Comments in endless variation, honest ones and two kinds of spam. */
final class Talk {

  private final Random random;

  Talk(long seed) {
    this.random = new Random(seed);
  }

  String honest() {
    return "The "
        + any("light", "cut", "score", "script", "cast", "ending")
        + " "
        + any("carries", "ruins", "saves", "repeats")
        + " the "
        + any("second act", "first scene", "story", "whole film")
        + ", "
        + any("and I", "but we", "so they")
        + " "
        + any("laughed", "left", "cried", "argued");
  }

  /** Of tickets that nobody ordered. */
  String tickets() {
    return any("Reserve", "Secure", "Unlock")
        + " your "
        + any("lottery", "sweepstake", "raffle")
        + " "
        + any("ticket", "voucher", "token")
        + " with code "
        + any("GOLD", "LUCK", "RICH")
        + random.nextInt(1000)
        + ", "
        + any("jackpot", "payout", "bonus")
        + " "
        + any("guaranteed", "tonight", "instantly");
  }

  private String any(String... parts) {
    return List.of(parts).get(random.nextInt(parts.length));
  }

  static List<String> many(int count, Supplier<String> kind) {
    return java.util.stream.Stream.generate(kind).limit(count).toList();
  }
}
