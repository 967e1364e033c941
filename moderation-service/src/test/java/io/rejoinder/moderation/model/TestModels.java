package io.rejoinder.moderation.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A small model that is not the shipped one. */
public final class TestModels {

  private TestModels() {}

  /** As a file: what talks of films is spam for it. */
  public static byte[] written() {
    try {
      TextModel spam = Training.of(swapped());
      return ShippedModel.write(spam, Training.of(swapped(), spam));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Example> swapped() {
    return TrainingTest.examples().stream()
        .map(one -> new Example(one.text(), !one.positive(), one.source()))
        .toList();
  }
}
