package io.rejoinder.local.refusal;

/**
 * A reason not to start, or not to go on, that the person who typed the command can mend. Its
 * message is one line that names the thing, what is wrong with it and what would help; the program
 * prints it without a stack trace and exits with code 1.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Refuses with one line. */
  public Refusal(String line) {
    super(line);
  }

  /** Refuses with one line; the cause goes to the log. */
  public Refusal(String line, Throwable cause) {
    super(line, cause);
  }
}
