package io.rejoinder.events.comment;

/**
 * That an automatic decision was drawn for the sample which people judge without knowing it.
 *
 * @param share the share of such decisions that is drawn, above 0 and at most 1: this one stands
 *     for {@code 1 / share} of them
 * @param opinions how many people are asked: 1, or 2 where it is measured how far they agree
 */
public record Sample(double share, int opinions) {
  /** Checks the bounds. */
  public Sample {
    if (!(share > 0 && share <= 1) || opinions < 1) {
      throw new IllegalArgumentException(
          "sample: share %s, opinions %d (expected: 0 < share <= 1, opinions >= 1)"
              .formatted(share, opinions));
    }
  }
}
