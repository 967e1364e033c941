package io.rejoinder.moderation.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a word does where somebody advertises: who promotes, where one is to go, what one is to do
 * there, what is offered. The order of roles says more than any one word, and does not depend on
 * what the page is about.
 */
final class Roles {

  /** Roles that are looked at from one on. */
  private static final int NEAR = 4;

  /** Words from the first to the last of three roles. */
  private static final int FARTHEST = 7;

  private static final Map<String, Role> WORDS = new HashMap<>();

  static {
    put(Role.SELF, "my our mine me i im i'm ive we us");
    put(
        Role.LOOK,
        "check checkout chek cheek watch visit look listen see hear view click go come goto join");
    put(Role.PLACE, "channel channels chanel page profile account site website blog");
    put(
        Role.WORK,
        "video videos vid vids cover covers music song songs beat beats rap remix mixtape album"
            + " vlog vlogs tutorial gameplay clip parody");
    put(
        Role.FOLLOW,
        "subscribe sub subs subscribed subscriber subscribers subscribing follow like likes share"
            + " thumbs thumb rate comment feedback");
    put(
        Role.MONEY,
        "money cash dollars dollar earn paid pay income gift card cards giveaway prize win winner"
            + " won rich paypal buy sell sale price deal deals free offer claim");
    put(
        Role.BEG,
        "please pls plz plzz help support appreciate chance thank thanks give spare minute moment");
    put(Role.YOU, "you your u ur guys everyone everybody people");
    put(Role.NET, "facebook twitter instagram youtube google http https www com net org link");
    put(Role.CALL, "call text txt mobile phone sms ringtone");
  }

  private Roles() {}

  private static void put(Role role, String words) {
    for (String word : words.split(" ", -1)) {
      List<String> read = Wording.of(word);
      if (read.size() == 1) {
        WORDS.put(read.get(0), role);
      }
    }
  }

  /** The role of a word as {@link Wording} reads it, if it has one. */
  static @Nullable Role of(String word) {
    return word.equals(Wording.STOP) ? Role.STOP : WORDS.get(word);
  }

  /** Adds each role, and two and three of them in their order, where they stand near. */
  static void add(List<String> words, Gathering gathering) {
    List<Placed> roles = new ArrayList<>();
    roles.add(new Placed(Role.STOP, -1));
    for (int i = 0; i < words.size(); i++) {
      Role role = of(words.get(i));
      if (role != null && role != Role.STOP) {
        roles.add(new Placed(role, i));
      }
    }
    for (int i = 0; i < roles.size(); i++) {
      add(roles, i, gathering);
    }
  }

  private static void add(List<Placed> roles, int i, Gathering gathering) {
    int one = with(gathering.nothing(), roles.get(i));
    if (roles.get(i).role() != Role.STOP) {
      gathering.add(one);
    }
    for (int j = i + 1; j <= i + NEAR && isNear(roles, i, j, FARTHEST - 1); j++) {
      int two = with(one, roles.get(j));
      gathering.add(two);
      for (int k = j + 1; isNear(roles, i, k, FARTHEST); k++) {
        gathering.add(with(two, roles.get(k)));
      }
    }
  }

  private static boolean isNear(List<Placed> roles, int from, int to, int farthest) {
    return to < roles.size() && roles.get(to).at() - roles.get(from).at() <= farthest;
  }

  private static int with(int hash, Placed placed) {
    return Gathering.with(hash, placed.role().name());
  }

  private record Placed(Role role, int at) {}

  /** A role; {@link #STOP} is a sentence's end. */
  enum Role {
    STOP,
    SELF,
    LOOK,
    PLACE,
    WORK,
    FOLLOW,
    MONEY,
    BEG,
    YOU,
    NET,
    CALL
  }
}
