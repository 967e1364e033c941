package io.rejoinder.moderation.learning;

import static io.rejoinder.moderation.learning.Words.corrected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What a correction knows, of the decisions that it was made of. */
class CorrectionTest {

  /** Of a run on JDK 17; another JDK, machine or day gives the same. */
  private static final long BITS = 3784770180990079574L;

  private final Site site = new Site(Words.PRIORS);
  private int comments;

  private Judged fresh(String text) {
    return Judged.held(++comments, text);
  }

  private void reject(String moderator, List<String> texts) {
    texts.forEach(text -> site.decide(fresh(text).rejected(moderator, "spam")));
  }

  private void approve(String moderator, List<String> texts) {
    texts.forEach(text -> site.decide(fresh(text).approved(moderator)));
  }

  private static double share(List<String> texts, Correction correction) {
    Predicate<String> spam = text -> corrected(correction, text) > 0;
    return texts.stream().filter(spam).count() / (double) texts.size();
  }

  private static List<String> honest(int count, long seed) {
    return Talk.many(count, new Talk(seed)::honest);
  }

  private static List<String> tickets(int count, long seed) {
    return Talk.many(count, new Talk(seed)::tickets);
  }

  @Test
  void newKindOfSpamIsKnownAfterSomeDecisionsAndHonestCommentsStayHonest() {
    assertThat(share(tickets(200, 2), site.correction())).isZero();
    reject("anna", tickets(100, 1));

    assertThat(share(tickets(200, 2), site.correction())).isGreaterThan(0.99);
    assertThat(share(honest(200, 2), site.correction())).isZero();
  }

  @Test
  void approvalsOfWhatIsTakenForHonestAnywayLeaveTheModelWhereItIs() {
    String text = "Reserve your lottery ticket";
    double before = corrected(site.correction(), text);
    approve("anna", honest(200, 1));

    assertThat(corrected(site.correction(), text)).isCloseTo(before, within(0.1));
  }

  @Test
  void sameExamplesGiveTheSameBitsOnEveryMachine() {
    reject("anna", tickets(50, 1));
    approve("ben", honest(50, 1));

    Correction correction = site.correction();
    assertThat(bits(correction)).isEqualTo(bits(site.correction())).isEqualTo(BITS);
    assertThat(correction.version()).isEqualTo("words-1/100");
  }

  private static long bits(Correction correction) {
    long bits = Double.doubleToRawLongBits(correction.bias());
    for (int place = 0; place < Correction.DIMENSIONS; place++) {
      bits = 31 * bits + Float.floatToRawIntBits(correction.weight(place));
    }
    return bits;
  }

  @Test
  void undoneDecisionLeavesNoTrace() {
    reject("anna", tickets(20, 1));
    long before = bits(site.correction());
    Judged wrong = fresh("The light carries the story").rejected("anna", "spam");
    site.decide(wrong);
    assertThat(bits(site.correction())).isNotEqualTo(before);

    site.decide(wrong.undone("ben"));
    assertThat(bits(site.correction())).isEqualTo(before);
    assertThat(site.correction().number()).isEqualTo(22);
  }

  @Test
  void moderatorWhoRejectsWhatOthersApproveDoesNotPrevail() {
    approve("anna", honest(400, 1));
    approve("ben", honest(400, 2));
    reject("anna", tickets(100, 1));
    reject("mallory", honest(3000, 3));

    assertThat(share(honest(200, 4), site.correction())).isZero();
    assertThat(share(tickets(200, 4), site.correction())).isGreaterThan(0.95);
  }

  @Test
  void importOfHonestCommentsFlaggedAsSpamDoesNotDrownModerators() {
    approve("anna", honest(250, 1));
    honest(3000, 3).forEach(text -> site.decide(Judged.flagged(++comments, text, "films.example")));

    assertThat(share(honest(200, 4), site.correction())).isZero();
    assertThat(site.log()).hasSize(250 + ExampleLedger.OF_IMPORT);
  }

  @Test
  void flagsOfAnImportAreLearned() {
    tickets(100, 1).forEach(text -> site.decide(Judged.flagged(++comments, text, "films.example")));

    assertThat(share(tickets(200, 2), site.correction())).isGreaterThan(0.99);
  }
}
