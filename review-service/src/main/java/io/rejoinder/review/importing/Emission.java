package io.rejoinder.review.importing;

import io.rejoinder.review.importing.ImportPlan.ItemPlan;

/** The second reading of a file: what the check let in is written. */
final class Emission implements WxrHandler {

  private final ImportPlan plan;
  private final Drafts drafts;
  private final Sending sending;
  private final Runnable step;

  Emission(ImportPlan plan, Drafts drafts, Sending sending, Runnable step) {
    this.plan = plan;
    this.drafts = drafts;
    this.sending = sending;
    this.step = step;
  }

  @Override
  public void beforeComments(WxrItem item) {
    if (planOf(item).headFirst()) {
      review(item);
    }
  }

  @Override
  public void comment(WxrItem item, WxrComment comment) {
    step.run();
    ItemPlan decided = planOf(item);
    String origin = decided.origin();
    if (origin != null && !decided.numbersSkipped().contains(comment.line())) {
      sending.comment(
          OriginIds.comment(OriginIds.commentOrigin(origin, OriginIds.numberOf(comment))),
          () -> drafts.comment(decided, origin, comment));
    }
  }

  @Override
  public void end(WxrItem item) {
    step.run();
    // Where parts of the review stand behind its comments, it follows them.
    if (item.comments() == 0 || !planOf(item).headFirst()) {
      review(item);
    }
  }

  private void review(WxrItem item) {
    ItemPlan decided = planOf(item);
    String origin = decided.origin();
    if (origin != null) {
      sending.review(Drafts.review(item, origin, decided.date()), item.line(), item.label());
    }
  }

  private ItemPlan planOf(WxrItem item) {
    return plan.items().get(item.number());
  }
}
