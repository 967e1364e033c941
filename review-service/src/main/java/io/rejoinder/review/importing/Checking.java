package io.rejoinder.review.importing;

import io.rejoinder.review.importing.ImportPlan.ItemPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The first reading of a file: decides about every item and comment, and writes nothing. */
final class Checking implements WxrHandler {

  private final ItemRules itemRules;
  private final CommentRules commentRules;
  private final Runnable step;
  private final Findings findings = new Findings();
  private final List<ItemPlan> plans = new ArrayList<>();
  private final Map<String, Integer> origins = new HashMap<>();
  private int commentsSkipped;

  /** What is known of the item that is being read. */
  private Map<String, String> parents = new HashMap<>();

  private Map<String, Integer> lines = new HashMap<>();
  private Set<Integer> skipped = new HashSet<>();
  private @Nullable Instant earliest;
  private int fieldsBefore;

  /**
   * A check.
   *
   * @param step is run with every comment and item, and may throw to end the reading
   */
  Checking(ItemRules itemRules, CommentRules commentRules, Runnable step) {
    this.itemRules = itemRules;
    this.commentRules = commentRules;
    this.step = step;
  }

  ImportPlan plan() {
    return new ImportPlan(List.copyOf(plans), findings, commentsSkipped);
  }

  @Override
  public void beforeComments(WxrItem item) {
    fieldsBefore = item.fields();
  }

  @Override
  public void comment(WxrItem item, WxrComment comment) {
    step.run();
    String number = OriginIds.numberOf(comment);
    Optional<String> refusal =
        commentRules.refusal(comment, CommentText.of(comment.field("content")));
    Integer before = lines.get(number);
    if (refusal.isEmpty() && before != null) {
      refusal = Optional.of("the number is taken on line " + before);
    }
    if (refusal.isPresent()) {
      findings.skipped(comment.line(), label(number), refusal.get());
      skipped.add(comment.line());
      return;
    }
    lines.put(number, comment.line());
    String parent = comment.field("parent");
    if (!parent.isEmpty() && !parent.equals("0")) {
      parents.put(number, parent);
    }
    WxrDates.first(comment.field("date_gmt"), comment.field("date"))
        .filter(date -> earliest == null || date.isBefore(earliest))
        .ifPresent(date -> earliest = date);
  }

  @Override
  public void end(WxrItem item) {
    step.run();
    Optional<String> refusal = itemRules.refusal(item, lines.size());
    String origin = OriginIds.of(item);
    Integer twin = refusal.isPresent() ? null : origins.putIfAbsent(origin, item.line());
    if (twin != null) {
      refusal = Optional.of("the same item as the one on line " + twin);
    }
    if (refusal.isPresent()) {
      String with = item.comments() == 0 ? "" : ", with " + item.comments() + " comments";
      findings.skipped(item.line(), item.label(), refusal.get() + with);
      commentsSkipped += item.comments();
      plans.add(ItemPlan.SKIPPED);
    } else {
      plans.add(plan(item, origin));
      commentsSkipped += skipped.size();
    }
    parents = new HashMap<>();
    lines = new HashMap<>();
    skipped = new HashSet<>();
    earliest = null;
  }

  private ItemPlan plan(WxrItem item, String origin) {
    // In the order of the file, so that the report of a file is always the same.
    parents.entrySet().stream()
        .sorted((a, b) -> Integer.compare(line(a.getKey()), line(b.getKey())))
        .toList()
        .forEach(answer -> keepOrCut(answer.getKey(), answer.getValue()));
    Instant date = WxrDates.of(item).orElse(earliest);
    boolean headFirst = item.comments() == 0 || fieldsBefore == item.fields();
    return new ItemPlan(origin, headFirst, Map.copyOf(parents), Set.copyOf(skipped), date);
  }

  private void keepOrCut(String number, String parent) {
    if (!lines.containsKey(parent)) {
      parents.remove(number);
      findings.changed(
          line(number), label(number), "answers a comment that is not imported; now at the top");
    } else if (leadsBack(number)) {
      parents.remove(number);
      findings.changed(line(number), label(number), "answers itself in a circle; now at the top");
    }
  }

  private boolean leadsBack(String number) {
    Set<String> passed = new HashSet<>();
    for (String at = parents.get(number); at != null; at = parents.get(at)) {
      if (at.equals(number)) {
        return true;
      }
      if (!passed.add(at)) {
        return false;
      }
    }
    return false;
  }

  private int line(String number) {
    return lines.getOrDefault(number, 0);
  }

  private static String label(String number) {
    return "comment " + (number.startsWith("-") ? "without a number" : PlainText.of(number, 40));
  }
}
