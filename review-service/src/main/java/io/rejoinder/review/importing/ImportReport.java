package io.rejoinder.review.importing;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of a file.
 *
 * @param ending how it ended
 * @param items items in the file
 * @param created reviews that are new
 * @param updated reviews that were known and differ now
 * @param unchanged reviews that were known and are the same
 * @param itemsSkipped items that were left out
 * @param commentsSent comments that were handed on
 * @param commentsKnown comments that were handed on by an import before, and not again
 * @param commentsSkipped comments that were left out, with those of items that were
 * @param findings what was odd, in the order of the file; at most 1,000
 * @param moreFindings how many more there were
 */
public record ImportReport(
    Ending ending,
    int items,
    int created,
    int updated,
    int unchanged,
    int itemsSkipped,
    int commentsSent,
    int commentsKnown,
    int commentsSkipped,
    List<Finding> findings,
    int moreFindings) {

  /** Copies the findings. */
  public ImportReport {
    findings = List.copyOf(findings);
  }

  /** How an import ended. */
  public enum Ending {
    /** All of the file is in. */
    COMPLETE("complete"),
    /** Somebody stopped it; what is in stays, importing again goes on. */
    STOPPED("stopped before its end; importing the file again goes on from there"),
    /** The broker was away for too long; what is in stays, importing again goes on. */
    INTERRUPTED(
        "the broker did not confirm for too long; importing the file again goes on from there");

    private final String text;

    Ending(String text) {
      this.text = text;
    }

    /** For a person. */
    public String text() {
      return text;
    }
  }

  /** Reviews that are there now, new or known. */
  public int reviews() {
    return created + updated + unchanged;
  }

  /** The report for a person, line by line: totals, then findings. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("import: " + ending.text());
    lines.add(
        "reviews: %d new, %d updated, %d unchanged; %s skipped"
            .formatted(created, updated, unchanged, counted(itemsSkipped, "item")));
    lines.add(
        "comments: %d sent, %d known already, %d skipped"
            .formatted(commentsSent, commentsKnown, commentsSkipped));
    findings.forEach(finding -> lines.add(finding.toString()));
    if (moreFindings > 0) {
      lines.add("and " + moreFindings + " more");
    }
    return lines;
  }

  private static String counted(int n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }
}
