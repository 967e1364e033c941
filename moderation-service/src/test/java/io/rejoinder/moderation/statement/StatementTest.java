package io.rejoinder.moderation.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rejoinder.events.EventCodec;
import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentCommand;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decide;
import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Report;
import io.rejoinder.events.comment.Sample;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.comment.Submit;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.comment.Undo;
import io.rejoinder.events.comment.Verdict;
import io.rejoinder.moderation.index.Item;
import io.rejoinder.moderation.index.Items;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.record.Fold;
import io.rejoinder.moderation.record.Ruling;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatementTest {

  private static final CommentId ID = new CommentId(Items.id(1));
  private static final By ANNA = By.moderator("a", "anna");

  private static CommentState posted(Status ruled, @Nullable Sample sample) {
    Ruling ruling =
        new Ruling(
            ruled,
            ruled == Status.REJECTED ? "spam" : null,
            "why",
            Map.of(),
            List.of(
                new Evidence("links", 1, "3 links", List.of(), Map.of()),
                new Evidence("author", -1, "known for long", List.of(), Map.of())),
            sample);
    Author neil = new Author("Neil", null, null);
    Submit submit =
        new Submit(ID.value(), ID, new ThreadId("heat"), null, neil, "cheap pills", Items.AT);
    return after(null, submit, ruling);
  }

  private static CommentState then(CommentState state, CommentCommand command) {
    return after(state, command, new Ruling(Status.HELD, null, "why", Map.of(), List.of()));
  }

  private static CommentState after(
      @Nullable CommentState state, CommentCommand command, Ruling ruling) {
    return Objects.requireNonNull(
        new Fold(candidate -> ruling).fold(state, command).written(), command::toString);
  }

  private static CommentState rejected(CommentState state) {
    return then(
        state, new Decide("c", ID, 1, state.version(), Verdict.REJECT, "abuse", ANNA, Items.AT));
  }

  private static Statement on(CommentState state) {
    return Statement.of(Item.of(state)).orElseThrow();
  }

  @Test
  void whatScreensRejectedWasFoundAndDecidedByMachine() {
    Statement statement = on(posted(Status.REJECTED, null));
    assertThat(statement.facts())
        .isEqualTo(new Statement.Facts(Found.SCREENING, false, "screening", List.of("3 links")));
    assertThat(statement.automation()).isEqualTo(new Statement.Automation(true, true));
    assertThat(statement.ground()).isEqualTo(Ground.of("spam"));
    assertThat(statement.restriction().visibility()).isEqualTo("not-shown");
  }

  @Test
  void whatScreensHeldAndAPersonRejectedWasFoundByMachineAlone() {
    Statement statement = on(rejected(posted(Status.HELD, null)));
    assertThat(statement.facts().decidedBy()).isEqualTo("moderator");
    assertThat(statement.automation()).isEqualTo(new Statement.Automation(true, false));
    assertThat(statement.ground().code()).isEqualTo("abuse");
  }

  @Test
  void aReportThatAModeratorHadBeforeThemIsANotice() {
    CommentState reported =
        then(
            posted(Status.APPROVED, null),
            new Report("r", ID, "reader", null, "abuse", "!", 0, Items.AT));
    Statement statement = on(rejected(reported));
    assertThat(statement.facts().found()).isEqualTo(Found.READERS);
    assertThat(statement.facts().notice()).isTrue();
    assertThat(statement.automation()).isEqualTo(new Statement.Automation(false, false));
  }

  @Test
  void withoutAReportItWasTheModeratorsOwnInitiative() {
    Statement statement = on(rejected(posted(Status.APPROVED, null)));
    assertThat(statement.facts().found()).isEqualTo(Found.MODERATOR);
    assertThat(statement.facts().notice()).isFalse();
  }

  @Test
  void aRejectionThatStandsAgainHasItsFirstReason() {
    CommentState approved =
        then(
            posted(Status.REJECTED, null),
            new Decide("a", ID, 1, 1, Verdict.APPROVE, null, ANNA, Items.AT));
    CommentState again = then(approved, new Undo("u", ID, 2, approved.version(), ANNA, Items.AT));
    assertThat(on(again).ground()).isEqualTo(Ground.of("spam"));
    assertThat(on(again).automation().decision()).isFalse();
  }

  @Test
  void itHasNeitherTheTextNorAName() {
    String json =
        new String(
            EventCodec.json().writeValueAsBytes(on(rejected(posted(Status.HELD, null)))),
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(json).contains("\"found\":\"screening\"", "\"code\":\"abuse\"");
    assertThat(json).doesNotContain("anna", "Neil", "pills");
  }

  @Test
  void aCodeThatIsNotKnownIsOther() {
    assertThat(Ground.of("new").code()).isEqualTo("other");
    assertThat(Ground.of(null).explanation()).isNotEmpty();
  }

  @Test
  void whereNoRejectionStandsThereIsNone() {
    assertThat(Statement.of(Item.of(posted(Status.APPROVED, null)))).isEmpty();
    assertThat(Statement.of(Item.of(posted(Status.HELD, null)))).isEmpty();
  }

  @Test
  void whoIsAskedForAnOpinionIsNotToldByItWhatWasDecided() {
    Item sampled = Item.of(posted(Status.REJECTED, new Sample(0.01, 1)));
    StatementRoutes routes = new StatementRoutes(ids -> List.of(sampled));
    assertThatThrownBy(() -> routes.statement(ID.value(), "a")).isInstanceOf(Problem.class);
    Item open = Item.of(posted(Status.REJECTED, null));
    assertThat(new StatementRoutes(ids -> List.of(open)).statement(ID.value(), "a").comment())
        .isEqualTo(ID.value());
  }
}
