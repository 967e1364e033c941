package io.rejoinder.moderation.screening;

import java.time.Duration;
import java.util.Map;

/** What a comment has in common with its campaign, for a person. */
final class CampaignWords {

  private CampaignWords() {}

  /** Of the values that {@link Campaign} draws. */
  static String of(Map<String, String> values) {
    int size = Values.number(values, "size");
    if (size == 0 && Values.number(values, "sharing") == 0) {
      return "like no other comment";
    }
    if (Values.decimal(values, "similarity") == 0) {
      return same(values)
          + " as "
          + counted(Values.number(values, "sharing"), "other author", "other authors")
          + lately(values);
    }
    return "like "
        + counted(size, "other", "others")
        + " by "
        + counted(Values.number(values, "authors"), "author", "authors")
        + lately(values)
        + common(values, size);
  }

  private static String common(Map<String, String> values, int size) {
    int alike = Values.number(values, "alike");
    if (alike == 0) {
      return "";
    }
    String whom = alike == size ? "all" : alike + " of them";
    return values.containsKey("phone")
        ? ", " + whom + " with the same telephone number"
        : ", " + whom + " linking to " + Values.text(values, "domain");
  }

  private static String same(Map<String, String> values) {
    return values.containsKey("phone")
        ? "the same telephone number"
        : "the same link, to " + Values.text(values, "domain") + ",";
  }

  private static String lately(Map<String, String> values) {
    Duration window = Duration.parse(Values.text(values, "window"));
    return window.toHours() > 0
        ? " in the last " + window.toHours() + " h"
        : " in the last " + window.toMinutes() + " min";
  }

  private static String counted(int n, String one, String many) {
    return n + " " + (n == 1 ? one : many);
  }
}
