package io.rejoinder.system.drill;

/**
 * How a drill ended.
 *
 * @param accepted posts that were acknowledged
 * @param missing of those, how many are not everywhere, or not as, they must be
 * @param doubled comments, versions or outcomes that are there twice
 * @param clean whether nothing else was wrong either
 */
public record Verdict(int accepted, int missing, int doubled, boolean clean) {

  /** Whether every promise was kept. */
  public boolean kept() {
    return missing == 0 && doubled == 0 && clean;
  }

  /** The drill's last line. */
  @Override
  public String toString() {
    return "accepted %d present %d missing %d double %d"
        .formatted(accepted, accepted - missing, missing, doubled);
  }
}
