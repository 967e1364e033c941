package io.rejoinder.local;

import io.rejoinder.local.command.CommandLineProgram;

/** The program: the whole platform, or some of its parts, in one JVM. */
public final class Rejoinder {

  private Rejoinder() {}

  /** Runs the command line; exits with 1 or 2 where it refuses. */
  public static void main(String[] arguments) {
    System.exit(CommandLineProgram.run(arguments));
  }
}
