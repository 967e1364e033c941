package io.rejoinder.moderation.rule;

import static io.rejoinder.moderation.settings.Drafts.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.settings.Rule;
import io.rejoinder.events.settings.Rule.Action;
import io.rejoinder.moderation.settings.Drafts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {

  /** Three links, a model that is sure, an author of whom nothing is known. */
  private static Facts facts(@Nullable Double spam) {
    return new Facts(
        "Free followers at a.example",
        "heat",
        new Author("Neil", null, null),
        List.of(
            new Evidence("links", 1.0, "3 links", List.of(), Map.of("links", "3", "hidden", "0")),
            new Evidence("form", 1.5, "fast", List.of(), Map.of("honeypot", "0", "seconds", "2")),
            new Evidence("model", 2.0, "spam", List.of(), Map.of("probability", "0.97"))),
        spam,
        null);
  }

  private static List<RuleVerdict> verdicts(Rule... rules) {
    return Rules.of(Drafts.version(4, Drafts.rules(rules))).verdicts(facts(0.97));
  }

  private static Truth truth(String expression) {
    return verdicts(rule("one", expression, Action.HOLD)).get(0).result();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "evidence.links.links >= 3                              ; TRUE",
        "evidence.links.links > 2.5 && score.spam > 0           ; TRUE",
        "comment.text.contains('followers')                     ; TRUE",
        "comment.canonical.startsWith('free')                   ; TRUE",
        "comment.text.matches('(?i)FREE +follow')               ; TRUE",
        "comment.text.matches('^followers')                     ; FALSE",
        "author.name in ['Neil', 'Vincent']                     ; TRUE",
        "comment.length == 27 && comment.text.size() == 27      ; TRUE",
        "author.email || comment.thread == 'ronin'              ; FALSE",
        "evidence.model.probability < 0.5 ? false : true        ; TRUE",
        "!evidence.form.honeypot && evidence.form.seconds < 3   ; TRUE",
        "evidence.links.weight + evidence.model.weight == 3.0   ; TRUE",
      })
  void expressionIsAskedOfTheCommentAndItsEvidence(String expression, Truth truth) {
    assertThat(truth(expression)).isEqualTo(truth);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "author.approved == 0                                   ; UNKNOWN",
        "!(author.approved == 0)                                ; UNKNOWN",
        "author.approved + 1 > 0                                ; UNKNOWN",
        "author.approved == author.approved                     ; UNKNOWN",
        "author.approved == 0 && evidence.links.links > 100     ; FALSE",
        "evidence.links.links > 100 && author.approved == 0     ; FALSE",
        "author.approved == 0 && evidence.links.links > 1       ; UNKNOWN",
        "author.approved == 0 || evidence.links.links > 1       ; TRUE",
        "evidence.links.links > 1 || author.approved == 0       ; TRUE",
        "author.approved == 0 || evidence.links.links > 100     ; UNKNOWN",
        "author.approved == 0 ? true : true                     ; UNKNOWN",
        "evidence.email.disposable                              ; UNKNOWN",
        "score.toxic > 0.5 || evidence.flood.name > 3           ; UNKNOWN",
      })
  void missingValueIsUnknownAndNotFalse(String expression, Truth truth) {
    assertThat(truth(expression)).isEqualTo(truth);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "evidence.links.links / evidence.links.hidden > 1       ; UNKNOWN",
        "evidence.links.links * 9223372036854775807 > 1         ; UNKNOWN",
        "1 / evidence.links.hidden > 1 && comment.length < 1    ; FALSE",
      })
  void computationWithoutResultIsUnknown(String expression, Truth truth) {
    assertThat(truth(expression)).isEqualTo(truth);
  }

  @Test
  void valueThatCannotBeReadIsUnknown() {
    Evidence odd = new Evidence("links", 0, "", List.of(), Map.of("links", "many"));
    Facts facts = new Facts("", "heat", new Author("", null, null), List.of(odd), null, null);
    Rule rule = rule("one", "evidence.links.links > 0", Action.HOLD);

    assertThat(Rules.of(Drafts.version(1, Drafts.rules(rule))).verdicts(facts))
        .containsExactly(new RuleVerdict(rule, Truth.UNKNOWN));
  }

  @Test
  void rejectionOutweighsHoldAndHoldApproval() {
    String always = "comment.length > 0";
    Rule approve = rule("approve", always, Action.APPROVE);
    Rule hold = rule("hold-it", always, Action.HOLD);
    Rule reject = rule("reject", always, Action.REJECT);

    assertThat(Rules.strongest(verdicts(approve, hold)).orElseThrow().rule()).isEqualTo(hold);
    assertThat(Rules.strongest(verdicts(approve, reject, hold)).orElseThrow().rule())
        .isEqualTo(reject);
  }

  @Test
  void ruleInShadowIsRecordedAndDoesNotActAndOneThatIsOffIsNotAsked() {
    String always = "comment.length > 0";
    Rule shadow = new Rule("shadow", "S", always, Action.REJECT, Rule.Mode.SHADOW);
    Rule off = new Rule("off", "O", always, Action.REJECT, Rule.Mode.OFF);

    List<RuleVerdict> verdicts = verdicts(shadow, off);

    assertThat(verdicts).containsExactly(new RuleVerdict(shadow, Truth.TRUE));
    assertThat(Rules.strongest(verdicts)).isEmpty();
  }

  @Test
  void unknownRuleDoesNotAct() {
    assertThat(Rules.strongest(verdicts(rule("one", "author.approved == 0", Action.REJECT))))
        .isEmpty();
  }

  @Test
  void evidenceNamesEachResultAndTheVersion() {
    Rules rules =
        Rules.of(
            Drafts.version(
                4,
                Drafts.rules(
                    rule("links", "evidence.links.links > 2", Action.HOLD),
                    new Rule("new", "New", "comment.length > 1", Action.HOLD, Rule.Mode.SHADOW),
                    rule("author", "author.approved == 0", Action.HOLD))));

    Evidence evidence = rules.evidence(rules.verdicts(facts(null))).orElseThrow();

    assertThat(evidence.screen()).isEqualTo("rules");
    assertThat(evidence.weight()).isZero();
    assertThat(evidence.values())
        .isEqualTo(Map.of("links", "true", "new", "true", "author", "unknown", "version", "4"));
    assertThat(evidence.sentence()).isEqualTo("rules that apply: links; in shadow: New; 1 unknown");
  }

  @Test
  void withoutRulesThereIsNoEvidence() {
    Rules none = Rules.of(Drafts.version(4, Drafts.rules()));

    assertThat(none.evidence(none.verdicts(facts(null)))).isEmpty();
  }
}
