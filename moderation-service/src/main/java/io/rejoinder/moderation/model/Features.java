package io.rejoinder.moderation.model;

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

  private static final Gathering.Lengths PART = new Gathering.Lengths(2, 5);
  private static final Gathering.Lengths STREAM = new Gathering.Lengths(3, 6);
  private static final int FARTHEST_SKIP = 3;

  /** Its memory is fresh in each thread's cache: a quarter of the time of a text. */
  private static final ThreadLocal<Gathering> GATHERING = ThreadLocal.withInitial(Gathering::new);

  private final Gathering gathering = GATHERING.get();
  private final List<Block> blocks = new ArrayList<>(Kind.values().length);
  private final List<String> words;

  /** All words, each between angle brackets. */
  private final char[] bounded;

  /** Where in there each word begins, with its bracket, and where the last one ends. */
  private final int[] starts;

  private Features(List<String> words) {
    this.words = words;
    this.starts = new int[words.size() + 1];
    for (int i = 0; i < words.size(); i++) {
      starts[i + 1] = starts[i] + words.get(i).length() + 2;
    }
    this.bounded = new char[starts[words.size()]];
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      bounded[starts[i]] = '<';
      word.getChars(0, word.length(), bounded, starts[i] + 1);
      bounded[starts[i + 1] - 1] = '>';
    }
  }

  /** The features of a text that has these words, and so many links. */
  static Features of(String text, List<String> words, int links) {
    Features features = new Features(words);
    features.addWords();
    features.addPairs();
    features.addSkips();
    features.addRoles();
    features.addParts();
    features.addStream();
    features.addShape(new Shape(text, words), links);
    return features;
  }

  /** What one word adds by itself: the word and its parts. */
  static Features ofWord(String word) {
    Features features = new Features(List.of(Wording.plain(word)));
    features.addWords();
    features.addParts();
    features.addStream();
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

  private int with(int hash, int word) {
    return Gathering.with(hash, bounded, starts[word] + 1, starts[word + 1] - 1);
  }

  private boolean isStop(int word) {
    return words.get(word).equals(Wording.STOP);
  }

  private void addWords() {
    gathering.begin(Kind.WORD);
    for (int i = 0; i < words.size(); i++) {
      if (!isStop(i)) {
        gathering.add(with(gathering.nothing(), i));
      }
    }
    blocks.add(gathering.end());
  }

  private void addPairs() {
    gathering.begin(Kind.PAIR);
    int before = Gathering.with(gathering.nothing(), Wording.STOP);
    for (int i = 0; i < words.size(); i++) {
      gathering.add(with(before, i));
      before = with(gathering.nothing(), i);
    }
    blocks.add(gathering.end());
  }

  private void addSkips() {
    gathering.begin(Kind.SKIP);
    for (int i = 0; i < words.size(); i++) {
      int from = with(gathering.nothing(), i);
      for (int j = i + 2; j < Math.min(words.size(), i + FARTHEST_SKIP + 1); j++) {
        gathering.add(with(from, j));
      }
    }
    blocks.add(gathering.end());
  }

  private void addRoles() {
    gathering.begin(Kind.ROLE);
    Roles.add(words, gathering);
    blocks.add(gathering.end());
  }

  private void addParts() {
    gathering.begin(Kind.PART);
    for (int i = 0; i < words.size(); i++) {
      if (!isStop(i)) {
        gathering.addParts(bounded, starts[i], starts[i + 1], PART);
      }
    }
    blocks.add(gathering.end());
  }

  private void addStream() {
    char[] together = new char[bounded.length];
    int length = 0;
    for (int i = 0; i < words.size(); i++) {
      if (!isStop(i)) {
        int letters = words.get(i).length();
        System.arraycopy(bounded, starts[i] + 1, together, length, letters);
        length += letters;
      }
    }
    gathering.begin(Kind.STREAM);
    gathering.addParts(together, 0, length, STREAM);
    blocks.add(gathering.end());
  }

  private void addShape(Shape shape, int links) {
    gathering.begin(Kind.SHAPE);
    shape.addTo(gathering, links);
    blocks.add(gathering.end());
    gathering.begin(Kind.FIGURE);
    shape.addFiguresTo(gathering);
    blocks.add(gathering.end());
  }
}
