package io.rejoinder.bench.screening;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.spi.model.embedding.EmbeddingModelFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;

/** What a text means, as a vector: near for texts that say alike in other words. */
@FunctionalInterface
interface Embedding {

  /** The vector of a text; all have one length. */
  float[] of(String text);

  /**
   * That of the model on the class path, each text read once, on the calling thread or the model's
   * own.
   *
   * @throws IllegalArgumentException where there is none
   */
  static Embedding onClassPath() {
    EmbeddingModel model =
        ServiceLoader.load(EmbeddingModelFactory.class)
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("--embedding: no model on the class path"))
            .create();
    return remembered(text -> model.embed(text).content().vector());
  }

  /** Reads each text once: folds and splits ask for the same texts again. */
  static Embedding remembered(Embedding embedding) {
    Map<String, float[]> known = new HashMap<>();
    // A model reads no empty text.
    return text -> known.computeIfAbsent(text.isBlank() ? "." : text, embedding::of);
  }
}
