package io.rejoinder.local.command;

import io.rejoinder.local.refusal.Refusal;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Reads the command line, runs it, and turns refusals into one line and an exit code. */
public final class CommandLineProgram {

  private static final int LONGEST = 300;

  private CommandLineProgram() {}

  /**
   * Runs until the platform is stopped.
   *
   * @return the exit code: 0 stopped as asked, 1 refused or failed, 2 not understood
   */
  public static int run(String... arguments) {
    return of(new Serve()).execute(arguments);
  }

  static CommandLine of(Object command) {
    return new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(CommandLineProgram::notUnderstood)
        .setExecutionExceptionHandler(CommandLineProgram::refused);
  }

  private static int notUnderstood(CommandLine.ParameterException e, String... arguments) {
    System.err.println("error: " + e.getMessage() + " (see ./start --help)");
    return CommandLine.ExitCode.USAGE;
  }

  private static int refused(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    if (e instanceof Refusal) {
      System.err.println("error: " + e.getMessage());
    } else {
      System.err.println("error: " + firstOf(e) + " (details in the log in the data folder)");
      LoggerFactory.getLogger(CommandLineProgram.class).error("did not start", e);
    }
    return 1;
  }

  /** Spring's messages can run over many lines. */
  private static String firstOf(Exception e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return message.length() > LONGEST ? message.substring(0, LONGEST) + " …" : message;
  }
}
