package io.rejoinder.review.importing;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.review.importing.ImportReport.Ending;
import io.rejoinder.review.review.Written;

/** What an import counts while it writes. */
final class ImportCount {

  private final Findings findings;
  private final MeterRegistry meters;
  private int created;
  private int updated;
  private int unchanged;
  private int itemsRefused;
  private int sent;
  private int known;
  private int lost;

  ImportCount(Findings findings, MeterRegistry meters) {
    this.findings = findings;
    this.meters = meters;
  }

  void written(Written.Outcome outcome) {
    switch (outcome) {
      case CREATED -> created++;
      case UPDATED -> updated++;
      case UNCHANGED -> unchanged++;
    }
  }

  void refused(int line, String label, String why) {
    itemsRefused++;
    findings.skipped(line, label, why);
  }

  void sent() {
    sent++;
    meter("sent");
  }

  void known() {
    known++;
    meter("known");
  }

  /** A comment of a review that was refused; always true. */
  boolean lost() {
    lost++;
    meter("skipped");
    return true;
  }

  private void meter(String outcome) {
    meters.counter("rejoinder.import.comments", "outcome", outcome).increment();
  }

  int reviews() {
    return created + updated + unchanged;
  }

  int comments() {
    return sent + known;
  }

  ImportReport report(ImportPlan plan, Ending ending) {
    return new ImportReport(
        ending,
        plan.items().size(),
        created,
        updated,
        unchanged,
        plan.itemsSkipped() + itemsRefused,
        sent,
        known,
        plan.commentsSkipped() + lost,
        findings.kept(),
        findings.more());
  }
}
