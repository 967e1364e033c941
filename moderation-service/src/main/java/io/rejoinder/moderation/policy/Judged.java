package io.rejoinder.moderation.policy;

import io.rejoinder.events.comment.Evidence;
import io.rejoinder.moderation.rule.RuleVerdict;
import java.util.List;

/**
 * A verdict with all that it was drawn from.
 *
 * @param finding the verdict
 * @param evidence of the screens, then the rules' where any was asked, then the score
 * @param rules what each rule says
 */
public record Judged(Policy.Finding finding, List<Evidence> evidence, List<RuleVerdict> rules) {}
