package io.rejoinder.moderation.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "evidence.links.lnks > 2 # 1 # no such name: evidence.links.lnks; is evidence.links.links meant?",
        "true || coment.text == 'a' # 9 # no such name: coment.text; is comment.text meant?",
        "weather.tomorrow > 2 # 1 # no such name: weather.tomorrow",
        "comment.length > 'a' # 16 # > does not take (int, string)",
        "comment.length + 1 # 16 # a rule is true or false, and this is of type int",
        "comment.length > # 17 # something is missing at the end",
        "comment.text.shout() == 'A' # 19 # no such function here: shout",
        "dyn(comment.text) == 1 # 4 # no such function here: dyn",
        "comment.text.matches('(a') # 22 # no regular expression of RE2: missing closing )",
        "comment.text.matches('(a)\\\\1') # 22 # no regular expression of RE2: invalid escape sequence",
        "comment.text.matches(author.name) # 28 # a regular expression is written out, not computed",
      })
  void faultIsNamedWithItsPlace(String expression, int column, String message) {
    assertThat(Rules.faults(expression)).contains(new ExpressionFault(1, column, message));
  }

  @Test
  void placeIsCountedInLinesToo() {
    assertThat(Rules.faults("comment.length > 1 &&\n  comment.size > 2"))
        .singleElement()
        .returns(2, ExpressionFault::line)
        .returns(3, ExpressionFault::column);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1, 2].all(x, x > 1)",
        "[1, 2].exists(x, x > 1)",
        "[1, 2].map(x, x).size() > 1",
        "['a'].filter(x, x == 'a').size() > 0",
        "has(comment.text)",
      })
  void thereAreNoLoops(String expression) {
    assertThat(Rules.faults(expression)).isNotEmpty();
  }

  @Test
  void regularExpressionIsBoundedInSize() {
    assertThat(Rules.faults("comment.text.matches('(a{1000}){1000}')"))
        .singleElement()
        .extracting(ExpressionFault::message)
        .asString()
        .startsWith("the regular expressions are too large");
  }

  @Test
  void whatIsNestedTooDeeplyOrTooLongIsAFaultAndNoFailure() {
    assertThat(Rules.faults("(".repeat(900) + "true" + ")".repeat(900))).isNotEmpty();
    assertThat(Rules.faults("!".repeat(1_900) + "true")).isNotNull();
    assertThat(Rules.faults("true || ".repeat(300) + "true")).isNotEmpty();
  }

  @Test
  void nameAndMeaningOfEachFactAreGiven() {
    assertThat(Catalogue.facts().values())
        .hasSizeGreaterThan(20)
        .allSatisfy(fact -> assertThat(fact.meaning()).isNotBlank());
  }
}
