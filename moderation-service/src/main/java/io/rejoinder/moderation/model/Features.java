package io.rejoinder.moderation.model;

import io.rejoinder.moderation.model.Roles.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A text as a vector: its words, pairs and near pairs of words, the roles of words in their order,
 * parts of words, parts of the text without its spaces, and its shape. Hashed into {@link
 * #DIMENSIONS} places.
 */
final class Features {

  /** Places; 2^20, which is 4 MB of weights. */
  static final int DIMENSIONS = 1 << 20;

  private static final int[] PART = {2, 5};
  private static final int[] STREAM = {3, 6};
  private static final int FARTHEST_SKIP = 3;
  private static final int NEAR_ROLES = 4;
  private static final int FARTHEST_ROLES = 7;

  /** A short text says less: with fewer features than this, squared, a kind counts less. */
  private static final float MANY = 6;

  /** For kinds whose number of features is no measure. */
  private static final float EACH = 0.35f;

  /** Possessive, and tried at a label's start alone: linear in the text's length. */
  private static final Pattern LINK =
      Pattern.compile(
          "(?:https?://|www\\.)\\S++"
              + "|(?<![a-z0-9-])[a-z0-9-]++\\.(?:com|net|org|info|ru|tk|co|uk|me|ly|be|tv|de|io"
              + "|biz|us|cc|ws|ca|in|gl)(?![a-z0-9])\\S*+"
              + "|(?<![a-z])dot com(?![a-z])",
          Pattern.CASE_INSENSITIVE);

  private final String text;
  private final List<String> words;
  private final Profile profile;
  private final TreeMap<Integer, Float> places = new TreeMap<>();

  private Features(String text, List<String> words, Profile profile) {
    this.text = text;
    this.words = words;
    this.profile = profile;
  }

  /** The vector of a text whose words are these. */
  static SparseVector of(String text, List<String> words, Profile profile) {
    Features features = new Features(text, words, profile);
    features.addWords();
    features.addPairs();
    features.addRoles();
    features.addParts();
    features.addShape();
    return SparseVector.of(features.places);
  }

  private void addWords() {
    Block block = new Block('w');
    words.stream()
        .filter(word -> !word.equals(Wording.STOP))
        .forEach(word -> block.add(Block.with(block.begin(), word)));
    add(block, profile.word);
  }

  private void addPairs() {
    Block pairs = new Block('b');
    Block skips = new Block('k');
    for (int i = 0; i < words.size(); i++) {
      String before = i == 0 ? Wording.STOP : words.get(i - 1);
      pairs.add(Block.with(Block.with(pairs.begin(), before), words.get(i)));
      for (int j = i + 2; j < Math.min(words.size(), i + FARTHEST_SKIP + 1); j++) {
        skips.add(Block.with(Block.with(skips.begin(), words.get(i)), words.get(j)));
      }
    }
    add(pairs, profile.pair);
    add(skips, profile.skip);
  }

  private void addRoles() {
    Block block = new Block('r');
    List<Placed> roles = new ArrayList<>(List.of(new Placed(Role.STOP, -1)));
    for (int i = 0; i < words.size(); i++) {
      Role role = Roles.of(words.get(i));
      if (role != null && role != Role.STOP) {
        roles.add(new Placed(role, i));
      }
    }
    for (int i = 0; i < roles.size(); i++) {
      addRoles(block, roles, i);
    }
    block.addTo(places, profile.role * EACH);
  }

  private static void addRoles(Block block, List<Placed> roles, int i) {
    int one = with(block.begin(), roles.get(i));
    if (roles.get(i).role() != Role.STOP) {
      block.add(one);
    }
    for (int j = i + 1; j <= i + NEAR_ROLES && near(roles, i, j, FARTHEST_ROLES - 1); j++) {
      int two = with(one, roles.get(j));
      block.add(two);
      for (int k = j + 1; near(roles, i, k, FARTHEST_ROLES); k++) {
        block.add(with(two, roles.get(k)));
      }
    }
  }

  private static boolean near(List<Placed> roles, int from, int to, int farthest) {
    return to < roles.size() && roles.get(to).at() - roles.get(from).at() <= farthest;
  }

  private static int with(int hash, Placed placed) {
    return Block.with(hash, placed.role().name());
  }

  private void addParts() {
    Block parts = new Block('p');
    StringBuilder together = new StringBuilder(text.length());
    for (String word : words) {
      if (!word.equals(Wording.STOP)) {
        parts.addParts("<" + word + ">", PART[0], PART[1]);
        together.append(word);
      }
    }
    add(parts, profile.part);
    Block stream = new Block('s');
    stream.addParts(together.toString(), STREAM[0], STREAM[1]);
    add(stream, profile.stream);
  }

  private void addShape() {
    Block block = new Block('f');
    long links = LINK.matcher(text).results().limit(2).count();
    int letters = words.stream().mapToInt(String::length).sum();
    long digits = text.chars().filter(Character::isDigit).count();
    shape(block, "links", links);
    shape(block, "letters", (long) (StrictMath.log1p(letters) * 1.5));
    shape(block, "words", Math.min(8, (long) (StrictMath.log1p(words.size()) * 2)));
    shape(block, "digits", digits == 0 ? 0 : 1 + Math.min(3, digits / 3));
    shape(block, "lines", text.indexOf('\n') < 0 ? 0 : 1);
    shape(block, "asks", text.indexOf('?') < 0 ? 0 : 1);
    block.addTo(places, profile.shape * EACH);
  }

  private static void shape(Block block, String name, long value) {
    block.add(Block.with(Block.with(block.begin(), name), Long.toString(value)));
  }

  /** So that the kind has this length in all, or less where the text is short. */
  private void add(Block block, float weight) {
    float root = (float) Math.sqrt(block.distinct());
    if (root > 0) {
      block.addTo(places, weight / root * Math.min(1, (1 + root / MANY) / 2));
    }
  }

  private record Placed(Role role, int at) {}
}
