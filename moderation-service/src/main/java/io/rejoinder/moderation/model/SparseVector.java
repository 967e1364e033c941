package io.rejoinder.moderation.model;

import java.util.SortedMap;

/** The places of a vector that are not zero, in rising order, each with its value. Immutable. */
public final class SparseVector {

  private final int[] indices;
  private final float[] values;

  private SparseVector(int[] indices, float[] values) {
    this.indices = indices;
    this.values = values;
  }

  /** Of places, which are at least 0, and their values. */
  public static SparseVector of(SortedMap<Integer, Float> places) {
    int[] indices = new int[places.size()];
    float[] values = new float[indices.length];
    int at = 0;
    for (var place : places.entrySet()) {
      indices[at] = place.getKey();
      values[at++] = place.getValue();
    }
    return new SparseVector(indices, values);
  }

  /** Of all values from place 0 on. */
  static SparseVector dense(float[] values) {
    int[] indices = new int[values.length];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = i;
    }
    return new SparseVector(indices, values.clone());
  }

  /** How many places are not zero. */
  public int size() {
    return indices.length;
  }

  /** The places, in rising order. */
  public int[] places() {
    return indices.clone();
  }

  /** What stands there, in the same order. */
  public float[] values() {
    return values.clone();
  }

  int index(int at) {
    return indices[at];
  }

  float value(int at) {
    return values[at];
  }

  /** Each value times the factor of its place. */
  SparseVector scaled(float[] factors) {
    float[] scaled = new float[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = values[i] * factors[indices[i]];
    }
    return new SparseVector(indices, scaled);
  }

  /** The product with a dense vector. */
  double dot(float[] dense) {
    double sum = 0;
    for (int i = 0; i < indices.length; i++) {
      sum += (double) dense[indices[i]] * values[i];
    }
    return sum;
  }

  double dot(double[] dense) {
    double sum = 0;
    for (int i = 0; i < indices.length; i++) {
      sum += dense[indices[i]] * values[i];
    }
    return sum;
  }

  void addTo(double[] dense, double factor) {
    for (int i = 0; i < indices.length; i++) {
      dense[indices[i]] += factor * values[i];
    }
  }

  /** Adds one at each place that is not zero. */
  void count(float[] dense) {
    for (int index : indices) {
      dense[index]++;
    }
  }

  double squaredLength() {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return sum;
  }
}
