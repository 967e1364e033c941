package io.rejoinder.moderation.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rejoinder.events.EventCodec;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.learning.Lesson;
import io.rejoinder.events.learning.Question;
import io.rejoinder.events.learning.Teach;
import io.rejoinder.events.learning.TrainingExample;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes an example. */
class ExampleLedgerTest {

  private final Site site = new Site(Words.BOTH);

  private static Judged held() {
    return Judged.held(1, "Unlock your raffle ticket");
  }

  @Test
  void approvalAnswersBothQuestionsAndRejectionTheOneOfItsReason() {
    assertThat(lessons(held().approved("anna")))
        .containsExactlyInAnyOrder(tuple(Question.SPAM, false), tuple(Question.TOXICITY, false));
    assertThat(lessons(held().rejected("anna", "spam")))
        .containsExactly(tuple(Question.SPAM, true));
    assertThat(lessons(held().rejected("anna", "abuse")))
        .containsExactly(tuple(Question.TOXICITY, true));
    assertThat(new Site(Words.BOTH).decide(held().rejected("anna", "off-topic"))).isEmpty();
    assertThat(new Site(Words.BOTH).decide(held())).isEmpty();
  }

  private static List<org.assertj.core.groups.Tuple> lessons(Judged judged) {
    return new Site(Words.BOTH)
        .decide(judged).stream()
            .flatMap(example -> example.lessons().stream())
            .map(lesson -> tuple(lesson.question(), lesson.positive()))
            .toList();
  }

  @Test
  void decisionIsOneExampleHoweverOftenItsStateIsRead() {
    site.decide(held().approved("anna"));
    assertThat(site.decide(held().approved("anna"))).isEmpty();

    ExampleLedger next = Site.ledger(Words.BOTH);
    site.log().forEach(next::take);
    assertThat(next.missing(held().approved("anna").state())).isEmpty();
    assertThat(next.missing(Judged.held(2, "Hello").approved("anna").state()))
        .extracting(TrainingExample::number)
        .containsExactly(2L);
  }

  @Test
  void undoGivesBackWhatStoodBefore() {
    Judged comment = held().approved("anna").rejected("ben", "spam");
    site.decide(comment);
    TrainingExample undo = site.decide(comment.undone("ben")).get(0);

    assertThat(undo.lessons()).extracting(Lesson::positive).containsOnly(false);
    assertThat(undo.source()).isEqualTo(site.log().get(0).source());
    assertThat(site.decide(comment.undone("anna")))
        .singleElement()
        .satisfies(
            again -> assertThat(again.lessons()).extracting(Lesson::positive).contains(true));
  }

  @Test
  void undoOfTheOnlyDecisionTeachesNothing() {
    Judged comment = held().rejected("anna", "spam");
    site.decide(comment);
    assertThat(site.decide(comment.undone("anna")))
        .singleElement()
        .satisfies(undo -> assertThat(undo.lessons()).isEmpty());
  }

  @Test
  void otherReasonTakesTheExampleBack() {
    Judged comment = held().approved("anna");
    site.decide(comment);
    assertThat(site.decide(comment.rejected("ben", "off-topic")))
        .singleElement()
        .satisfies(rejection -> assertThat(rejection.lessons()).isEmpty());
  }

  @Test
  void erasureEmptiesEveryExampleOfTheCommentUnderItsOwnKey() {
    Judged comment = held().approved("anna");
    site.decide(comment);
    site.decide(comment.rejected("ben", "spam"));
    List<TrainingExample> erased = site.decide(comment.erased());

    assertThat(erased)
        .extracting(TrainingExample::key)
        .containsExactlyElementsOf(
            site.log().subList(0, 2).stream().map(TrainingExample::key).toList());
    assertThat(erased).extracting(TrainingExample::replaces).containsExactly(1L, 2L);
    assertThat(erased).allSatisfy(one -> assertThat(one.lessons()).isEmpty());
    assertThat(site.decide(comment)).isEmpty();
  }

  @Test
  void newModelHasVectorsMadeAgain() {
    site.decide(held().approved("anna"));
    Priors newer =
        new Priors(
            Map.of(
                Question.SPAM, List.of(new Words("words-2")),
                Question.TOXICITY, List.of(new Words("insults-1"))));
    ExampleLedger next = Site.ledger(newer);
    site.log().forEach(next::take);

    assertThat(next.beginsAnew()).isTrue();
    assertThat(next.missing(held().approved("anna").state()))
        .singleElement()
        .satisfies(
            again -> {
              assertThat(again.key()).isEqualTo(site.log().get(0).key());
              assertThat(again.replaces()).isEqualTo(1);
              assertThat(again.lessons()).extracting(Lesson::model).contains("words-2");
            });
    assertThat(next.missing(held().approved("anna").state())).isEmpty();
  }

  private static Teach teach(int comment, boolean spam) {
    return teach(comment, spam, "t-1", Instant.EPOCH);
  }

  private static Teach teach(int comment, boolean spam, String token, Instant at) {
    Teacher teacher = Site.teacher(Words.BOTH);
    return teacher.teach(new CommentId("%032x".formatted(comment)), spam, token, "Unlock it", at);
  }

  @Test
  void aSiteTeachesWithinADaysBounds() {
    ExampleLedger ledger = Site.ledger(Words.BOTH);
    List<TrainingExample> log = new ArrayList<>();
    for (int comment = 1; comment <= Allowance.MOST + 1; comment++) {
      log.addAll(ledger.missing(teach(comment, true)));
    }
    assertThat(log).hasSize(Allowance.MOST);
    Instant later = Instant.EPOCH.plus(Duration.ofDays(1)).plusSeconds(1);
    ExampleLedger next = Site.ledger(Words.BOTH);
    log.forEach(next::take);
    assertThat(next.missing(teach(9_000, true))).isEmpty();
    assertThat(next.missing(teach(1, false))).hasSize(1);
    assertThat(next.missing(teach(1, true))).isEmpty();
    assertThat(next.missing(teach(9_000, true, "t-2", Instant.EPOCH))).hasSize(1);
    assertThat(next.missing(teach(9_001, true, "t-1", later))).hasSize(1);
  }

  @Test
  void whatASiteSaysOfItsCommentCountsOnceAndTheOtherReplacesIt() {
    ExampleLedger ledger = Site.ledger(Words.BOTH);
    List<TrainingExample> spam = ledger.missing(teach(7, true));
    assertThat(spam)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.kind()).isEqualTo(By.Kind.MODERATOR);
              assertThat(one.lessons()).extracting(Lesson::question).containsOnly(Question.SPAM);
            });
    assertThat(ledger.missing(teach(7, true))).isEmpty();
    List<TrainingExample> honest = ledger.missing(teach(7, false));
    assertThat(honest).extracting(TrainingExample::decision).containsExactly(2);
    assertThat(honest.get(0).lessons())
        .extracting(Lesson::question, Lesson::positive)
        .containsExactlyInAnyOrder(tuple(Question.SPAM, false), tuple(Question.TOXICITY, false));
    assertThat(honest.get(0).source()).isEqualTo(spam.get(0).source());
    assertThat(ledger.missing(teach(7, false))).isEmpty();

    ExampleLedger next = Site.ledger(Words.BOTH);
    spam.forEach(next::take);
    honest.forEach(next::take);
    assertThat(next.missing(teach(7, false))).isEmpty();
    assertThat(next.missing(teach(8, false)))
        .extracting(TrainingExample::number)
        .containsExactly(3L);
  }

  @Test
  void whatASiteSaidDoesNotCallForAnotherModelsVectors() {
    ExampleLedger ledger = Site.ledger(Words.BOTH);
    List<TrainingExample> spam = ledger.missing(teach(7, true));
    ExampleLedger next =
        Site.ledger(new Priors(Map.of(Question.SPAM, List.of(new Words("words-2")))));
    spam.forEach(next::take);
    assertThat(next.beginsAnew()).isFalse();
  }

  @Test
  void commandsToTeachAreLookedAt() {
    byte[] json = EventCodec.json().writeValueAsBytes(teach(7, true));
    assertThat(Site.ledger(Words.BOTH).concerns(json)).isTrue();
    assertThat(new String(json, StandardCharsets.UTF_8)).doesNotContain("Unlock", "t-1");
  }

  @Test
  void emptyTextTeachesNothing() {
    Teach empty =
        Site.teacher(Words.BOTH)
            .teach(new CommentId("0".repeat(32)), true, "t-1", "", Instant.EPOCH);
    assertThat(Site.ledger(Words.BOTH).missing(empty)).isEmpty();
  }

  @Test
  void nobodyIsNamed() {
    site.decide(held().approved("anna"));
    site.decide(Judged.flagged(2, "Unlock it", "films.example"));

    assertThat(site.log()).extracting(TrainingExample::kind).contains(By.Kind.IMPORT);
    assertThat(site.log().toString()).doesNotContain("anna", "films.example", "raffle", "Neil");
  }
}
