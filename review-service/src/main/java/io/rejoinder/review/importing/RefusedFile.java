package io.rejoinder.review.importing;

/** A file that is refused whole: nothing of it was imported. */
public final class RefusedFile extends Exception {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  /**
   * Refused.
   *
   * @param line the line, from 1; 0 where none is known
   * @param column the column, from 1; 0 where none is known
   * @param reason what is wrong there
   */
  public RefusedFile(int line, int column, String reason) {
    super((line > 0 ? "line " + line + ", column " + column + ": " : "") + reason);
    this.line = line;
    this.column = column;
  }

  /** The line, from 1; 0 where none is known. */
  public int line() {
    return line;
  }

  /** The column, from 1; 0 where none is known. */
  public int column() {
    return column;
  }
}
