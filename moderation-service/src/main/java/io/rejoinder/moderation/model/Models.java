package io.rejoinder.moderation.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The models that this instance can screen by: the one that ships, and the installation's own, made
 * by {@code bench/train-screening} and put in a folder. Read once; immutable.
 */
public final class Models {

  /** Own models at most: the one in force, the one before it, and one to try. */
  static final int MOST = 3;

  /** A file's length at most; the shipped one has an eighth of a MB. */
  static final long LARGEST = 16L << 20;

  private static final String SUFFIX = ".model";
  private static final String SAMPLE = "The last scene is worth the wait.";

  private final ShippedModel shipped;
  private final Map<String, ShippedModel> own = new LinkedHashMap<>();

  private Models(ShippedModel shipped) {
    this.shipped = shipped;
  }

  /**
   * The shipped model and those of a folder, in the order of their files' names.
   *
   * @param folder of files whose names end in {@code .model}; null for none
   * @throws UncheckedIOException naming the file that cannot be taken, and why
   */
  public static Models of(ShippedModel shipped, @Nullable Path folder) {
    Models models = new Models(shipped);
    if (folder != null) {
      models.addAll(folder);
    }
    return models;
  }

  private void addAll(Path folder) {
    List<Path> files = files(folder);
    if (files.size() > MOST) {
      throw fault(folder, files.size() + " files *" + SUFFIX + " (expected: at most " + MOST + ")");
    }
    for (Path file : files) {
      ShippedModel model = read(file);
      if (!model.version().equals(shipped.version())) {
        own.put(model.version(), model);
      }
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      throw fault(folder, "not to be read as a folder: " + e);
    }
  }

  private static ShippedModel read(Path file) {
    try {
      long length = Files.size(file);
      if (length > LARGEST) {
        throw fault(file, length + " bytes (expected: at most " + LARGEST + ")");
      }
      ShippedModel model = ShippedModel.read(Files.readAllBytes(file));
      double said = model.spam().probability(SAMPLE) + model.toxicity().probability(SAMPLE);
      if (Double.isNaN(said)) {
        throw fault(file, "its weights are no numbers");
      }
      return model;
    } catch (IOException | IllegalArgumentException | NegativeArraySizeException e) {
      throw fault(file, "no model of this version of the product: " + e.getMessage());
    }
  }

  private static UncheckedIOException fault(Path file, String what) {
    return new UncheckedIOException(new IOException("model " + file + ": " + what));
  }

  /** The one that ships. */
  public ShippedModel shipped() {
    return shipped;
  }

  /** The versions of the installation's own. */
  public Set<String> own() {
    return own.keySet();
  }

  /** All, the shipped one first. */
  public List<ShippedModel> all() {
    List<ShippedModel> all = new ArrayList<>(own.values());
    all.add(0, shipped);
    return all;
  }

  /** A model by its version; the shipped one for null. Empty for one that is not here. */
  public Optional<ShippedModel> withVersion(@Nullable String version) {
    return version == null || version.equals(shipped.version())
        ? Optional.of(shipped)
        : Optional.ofNullable(own.get(version));
  }
}
