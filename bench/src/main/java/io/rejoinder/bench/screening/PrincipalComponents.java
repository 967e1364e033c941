package io.rejoinder.bench.screening;

import java.util.List;
import java.util.Random;

/**
 * The directions in which vectors differ most (Hotelling, 1933), by orthogonal iteration. The same
 * vectors give the same directions.
 */
final class PrincipalComponents {

  /** The directions settle long before: what is left is the order of nearly equal ones. */
  private static final int ROUNDS = 60;

  private static final long SEED = 1;

  private final double[] mean;
  private final double[][] directions;

  private PrincipalComponents(double[] mean, double[][] directions) {
    this.mean = mean;
    this.directions = directions;
  }

  /** The first so many of these vectors. */
  static PrincipalComponents of(List<double[]> vectors, int count) {
    double[] mean = mean(vectors);
    double[][] covariance = covariance(vectors, mean);
    Random random = new Random(SEED);
    double[][] directions = new double[count][mean.length];
    for (double[] direction : directions) {
      for (int i = 0; i < direction.length; i++) {
        direction[i] = random.nextGaussian();
      }
    }
    orthonormalise(directions);
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < count; i++) {
        directions[i] = times(covariance, directions[i]);
      }
      orthonormalise(directions);
    }
    return new PrincipalComponents(mean, directions);
  }

  /** A vector, less the mean, in these directions. */
  double[] of(double[] vector) {
    double[] of = new double[directions.length];
    for (int i = 0; i < of.length; i++) {
      for (int j = 0; j < mean.length; j++) {
        of[i] += (vector[j] - mean[j]) * directions[i][j];
      }
    }
    return of;
  }

  private static double[] mean(List<double[]> vectors) {
    double[] mean = new double[vectors.get(0).length];
    for (double[] vector : vectors) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += vector[i] / vectors.size();
      }
    }
    return mean;
  }

  private static double[][] covariance(List<double[]> vectors, double[] mean) {
    double[][] covariance = new double[mean.length][mean.length];
    double[] centred = new double[mean.length];
    for (double[] vector : vectors) {
      for (int i = 0; i < mean.length; i++) {
        centred[i] = vector[i] - mean[i];
      }
      for (int i = 0; i < mean.length; i++) {
        for (int j = 0; j < mean.length; j++) {
          covariance[i][j] += centred[i] * centred[j];
        }
      }
    }
    return covariance;
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[matrix.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = dot(matrix[i], vector);
    }
    return product;
  }

  /** Gram and Schmidt. */
  private static void orthonormalise(double[][] rows) {
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < i; j++) {
        double along = dot(rows[i], rows[j]);
        for (int k = 0; k < rows[i].length; k++) {
          rows[i][k] -= along * rows[j][k];
        }
      }
      double length = Math.sqrt(dot(rows[i], rows[i]));
      for (int k = 0; k < rows[i].length; k++) {
        rows[i][k] /= length;
      }
    }
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
