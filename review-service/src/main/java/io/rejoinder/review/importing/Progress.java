package io.rejoinder.review.importing;

/**
 * How far an import is.
 *
 * @param phase what it does
 * @param bytesRead of the file, in this phase
 * @param bytes the file's size
 * @param reviews reviews confirmed so far, new or known
 * @param comments comments confirmed so far, new or known
 */
public record Progress(Phase phase, long bytesRead, long bytes, int reviews, int comments) {

  /** The phases, in order. */
  public enum Phase {
    /** The whole file is read, nothing is written. */
    CHECKING,
    /** It is read again and written. */
    IMPORTING
  }

  /** The share of this phase that is done, in percent. */
  public int percent() {
    return bytes == 0 ? 100 : (int) Math.min(100, bytesRead * 100 / bytes);
  }
}
