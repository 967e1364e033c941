package io.rejoinder.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The accessibility rules of axe-core (MPL-2.0), from the packages that the web module tests with.
 */
final class Axe {

  /** What makes it known to a page. */
  static final String SCRIPT = read();

  /**
   * Hands what it finds to the last argument: the rules of WCAG 2.2 A and AA, and good practice.
   */
  static final String RUN =
      "const done = arguments[arguments.length - 1];"
          + "axe.run(document, { resultTypes: ['violations'], runOnly: { type: 'tag', values: ["
          + "  'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } }).then("
          + "  (r) => done(r.violations.flatMap((v) => v.nodes.map((n) => v.id + ': '"
          + "    + n.target.flat().join(' ') + ' ' + n.html.slice(0, 200) + ' '"
          + "    + n.failureSummary.replace(/\\s+/g, ' ').slice(0, 200)))),"
          + "  (e) => done([String(e)]))";

  private Axe() {}

  private static String read() {
    try {
      return Files.readString(Path.of("..", "web", "node_modules", "axe-core", "axe.min.js"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
