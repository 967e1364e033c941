package io.rejoinder.bench.learning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Posts comments of several kinds as they would come, mixed, and sorts what was said of them. */
final class Survey {

  private static final long SEED = 1;

  private Survey() {}

  /**
   * What was said of each kind.
   *
   * @param perSecond how many comments come
   */
  static List<List<Screened>> of(List<List<String>> kinds, double perSecond, Access access)
      throws IOException {
    List<Posted> all = new ArrayList<>();
    for (int kind = 0; kind < kinds.size(); kind++) {
      for (String text : kinds.get(kind)) {
        all.add(new Posted(kind, text));
      }
    }
    Collections.shuffle(all, new Random(SEED));
    List<String> ids = access.guests().post(all.stream().map(Posted::text).toList(), perSecond);
    List<Screened> screened = access.log().of(ids);
    List<List<Screened>> sorted = new ArrayList<>();
    kinds.forEach(kind -> sorted.add(new ArrayList<>(kind.size())));
    for (int i = 0; i < all.size(); i++) {
      sorted.get(all.get(i).kind()).add(screened.get(i));
    }
    return sorted;
  }

  private record Posted(int kind, String text) {}
}
