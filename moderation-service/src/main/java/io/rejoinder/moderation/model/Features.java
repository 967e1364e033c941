package io.rejoinder.moderation.model;

import io.rejoinder.moderation.link.LinkFinder;
import io.rejoinder.moderation.model.Roles.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What a text is made of, for a model: its words, pairs and near pairs of words, the roles of words
 * in their order, parts of words, parts of the text without its spaces, its shape, and its figures.
 * Hashed into {@link #DIMENSIONS} places. A {@link Profile} makes a vector of it.
 */
final class Features {

  /** Places; 2^20, which is 1 MB of weights in use, 4 MB in training. */
  static final int DIMENSIONS = 1 << 20;

  private static final int[] PART = {2, 5};
  private static final int[] STREAM = {3, 6};
  private static final int FARTHEST_SKIP = 3;
  private static final int NEAR_ROLES = 4;
  private static final int FARTHEST_ROLES = 7;

  /** Digits of a number that is as long as any. */
  private static final int LONG = 12;

  private final String text;
  private final List<String> words;
  private final List<Block> blocks = new ArrayList<>(Kind.values().length);

  private Features(String text, List<String> words) {
    this.text = text;
    this.words = words;
  }

  /** The features of a text whose words are these. */
  static Features of(String text, List<String> words) {
    Features features = new Features(text, words);
    features.addWords();
    features.addPairs();
    features.addRoles();
    features.addParts();
    features.addShape();
    features.addFigures();
    return features;
  }

  /** What one word adds by itself: the word and its parts. */
  static Features ofWord(String word) {
    Features features = new Features(word, List.of(Wording.plain(word)));
    features.addWords();
    features.addParts();
    return features;
  }

  /** The product of the profile's vector with these weights, without their bias. */
  double dot(Profile profile, Weights weights) {
    double sum = 0;
    for (Block block : blocks) {
      sum += profile.value(block.kind(), block.size()) * block.steps(weights);
    }
    return sum * weights.step();
  }

  /** The product of the profile's vector with what was taught, without its bias. */
  double dot(Profile profile, Delta taught) {
    double sum = 0;
    for (Block block : blocks) {
      sum += profile.value(block.kind(), block.size()) * block.sum(taught);
    }
    return sum;
  }

  /** The profile's vector. */
  SparseVector vector(Profile profile) {
    TreeMap<Integer, Float> places = new TreeMap<>();
    for (Block block : blocks) {
      float value = profile.value(block.kind(), block.size());
      for (int i = 0; i < block.size() && value > 0; i++) {
        places.merge(block.place(i), value, Float::sum);
      }
    }
    return SparseVector.of(places);
  }

  private Block block(Kind kind, int expected) {
    Block block = new Block(kind, expected);
    blocks.add(block);
    return block;
  }

  private void addWords() {
    Block block = block(Kind.WORD, words.size());
    for (String word : words) {
      if (!word.equals(Wording.STOP)) {
        block.add(Block.with(block.begin(), word));
      }
    }
  }

  private void addPairs() {
    Block pairs = block(Kind.PAIR, words.size());
    Block skips = block(Kind.SKIP, 2 * words.size());
    for (int i = 0; i < words.size(); i++) {
      String before = i == 0 ? Wording.STOP : words.get(i - 1);
      pairs.add(Block.with(Block.with(pairs.begin(), before), words.get(i)));
      int from = Block.with(skips.begin(), words.get(i));
      for (int j = i + 2; j < Math.min(words.size(), i + FARTHEST_SKIP + 1); j++) {
        skips.add(Block.with(from, words.get(j)));
      }
    }
  }

  private void addRoles() {
    Block block = block(Kind.ROLE, words.size());
    List<Placed> roles = new ArrayList<>();
    roles.add(new Placed(Role.STOP, -1));
    for (int i = 0; i < words.size(); i++) {
      Role role = Roles.of(words.get(i));
      if (role != null && role != Role.STOP) {
        roles.add(new Placed(role, i));
      }
    }
    for (int i = 0; i < roles.size(); i++) {
      addRoles(block, roles, i);
    }
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
    Block parts = block(Kind.PART, (PART[1] - PART[0] + 1) * text.length());
    StringBuilder together = new StringBuilder(text.length());
    StringBuilder bounded = new StringBuilder();
    for (String word : words) {
      if (!word.equals(Wording.STOP)) {
        bounded.setLength(0);
        parts.addParts(bounded.append('<').append(word).append('>'), PART[0], PART[1]);
        together.append(word);
      }
    }
    block(Kind.STREAM, (STREAM[1] - STREAM[0] + 1) * text.length())
        .addParts(together, STREAM[0], STREAM[1]);
  }

  private void addShape() {
    Block block = block(Kind.SHAPE, 8);
    int letters = 0;
    for (String word : words) {
      letters += word.length();
    }
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
    }
    shape(block, "links", links());
    shape(block, "letters", (long) (StrictMath.log1p(letters) * 1.5));
    shape(block, "words", Math.min(8, (long) (StrictMath.log1p(words.size()) * 2)));
    shape(block, "digits", digits == 0 ? 0 : 1 + Math.min(3, digits / 3));
    shape(block, "lines", text.indexOf('\n') < 0 ? 0 : 1);
    shape(block, "asks", text.indexOf('?') < 0 ? 0 : 1);
  }

  private long links() {
    return Math.min(2, LinkFinder.in(text).size());
  }

  /** Advertising by message has numbers to call, prices, and shouts. */
  private void addFigures() {
    Block block = block(Kind.FIGURE, 16);
    int numbers = 0;
    int longest = 0;
    for (String word : words) {
      if (Character.isDigit(word.charAt(0)) && Character.isDigit(word.charAt(word.length() - 1))) {
        numbers++;
        longest = Math.max(longest, word.length());
        shape(block, "number", Math.min(LONG, word.length()));
      }
    }
    shape(block, "longest", Math.min(LONG, longest));
    shape(block, "numbers", Math.min(4, numbers));
    shape(block, "currency", text.chars().anyMatch(c -> "$£€¥".indexOf(c) >= 0) ? 1 : 0);
    shape(block, "capitals", capitals());
    shape(block, "shouts", Math.min(3, text.chars().filter(c -> c == '!').count()));
  }

  /** In sixths of the letters; 0 where there is none. */
  private long capitals() {
    int capital = 0;
    int small = 0;
    for (int i = 0; i < text.length(); i++) {
      capital += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
      small += Character.isLowerCase(text.charAt(i)) ? 1 : 0;
    }
    return capital + small == 0 ? 0 : 1 + 6L * capital / (capital + small + 1);
  }

  private static void shape(Block block, String name, long value) {
    block.add(Block.with(Block.with(block.begin(), name), Long.toString(value)));
  }

  private record Placed(Role role, int at) {}
}
