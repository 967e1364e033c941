package io.rejoinder.moderation.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.Reports.Reported;
import io.rejoinder.events.comment.Status;
import io.rejoinder.moderation.index.Items.Change;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTest {

  private static final Words WORDS = new Words();

  private Files files;
  private LuceneCatalogue catalogue;
  private long offset;

  @TempDir private Path folder;

  @BeforeEach
  void open() {
    files = new Files(folder, WORDS);
    catalogue =
        new LuceneCatalogue(
            files,
            new Queries(
                WORDS,
                words -> words.equals("heat") ? Set.of("heat") : Set.of(),
                () -> Set.of("a-1", "a-2")));
    files.resume("topic", false);
  }

  @AfterEach
  void close() {
    catalogue.close();
    files.close();
  }

  private void put(Item... items) {
    for (Item item : items) {
      files.put(item, 0, offset++);
    }
    catalogue.lookAgain();
  }

  private List<String> found(@Nullable Listing listing, String account, String search) {
    View view = new View(listing, account, Search.read(search));
    List<String> ids =
        catalogue.page(view, Order.OLDEST, null, 100).stream().map(Item::id).toList();
    assertThat(catalogue.size(view).count()).isEqualTo(ids.size());
    return ids;
  }

  private List<String> found(String search) {
    return found(null, "a", search);
  }

  @Test
  void anItemComesBackAsItWasTakenIn() {
    Item item = Items.held(2, 3);
    put(item);
    assertThat(catalogue.items(List.of(item.id(), Items.id(9)))).containsExactly(item);
  }

  @Test
  void aNewStateReplacesTheOneBefore() {
    put(Items.held(1, 1));
    put(Items.item(1, 2, Status.WITHDRAWN, Set.of()));
    assertThat(found(Listing.HELD, "a", "")).isEmpty();
    assertThat(catalogue.items(List.of(Items.id(1)))).extracting(Item::version).containsExactly(2L);
  }

  @ParameterizedTest
  @EnumSource
  void pagesFollowOneAnotherWithoutHoleOrRepetitionInEveryOrder(Order order) {
    for (int n = 1; n <= 23; n++) {
      // Equal places are told apart by the id.
      List<Reported> reports = Collections.nCopies(n / 5, new Reported("spam", null, Items.AT));
      put(
          new Change(Items.held(n, 1))
              .reports(reports)
              .marks(new Marks(n % 4 / 10.0, 0.0, List.of(), null))
              .item());
    }
    List<String> ids = new ArrayList<>();
    List<Long> places = new ArrayList<>();
    Key after = null;
    List<Item> page = page(order, after);
    while (!page.isEmpty()) {
      page.forEach(item -> ids.add(item.id()));
      page.forEach(item -> places.add(order.valueOf(item)));
      after = Key.of(page.get(page.size() - 1), order);
      assertThat(Key.read(after.text())).isEqualTo(Optional.of(after));
      page = page(order, after);
    }
    assertThat(ids).hasSize(23).doesNotHaveDuplicates();
    List<Long> sorted = new ArrayList<>(places);
    sorted.sort(order == Order.OLDEST ? Long::compare : Collections.reverseOrder());
    assertThat(places).isEqualTo(sorted);
  }

  private List<Item> page(Order order, @Nullable Key after) {
    return catalogue.page(View.of(Listing.HELD, "a"), order, after, 4);
  }

  @Test
  void whatMayHurtPeopleComesBeforeWhatIsSurelySpam() {
    Item sure = new Change(Items.held(1, 1)).marks(new Marks(0.99, 0.0, List.of(), null)).item();
    Item doubtful = new Change(Items.held(2, 1)).marks(new Marks(0.5, 0.0, List.of(), null)).item();
    Item abusive = new Change(Items.held(3, 1)).marks(new Marks(0.1, 0.5, List.of(), null)).item();
    put(sure, doubtful, abusive);
    assertThat(catalogue.page(View.of(Listing.HELD, "a"), Order.HARM, null, 9))
        .containsExactly(abusive, doubtful, sure);
  }

  @Test
  void aSampledItemIsFoundOpenlyByThoseAloneWhoJudgedItAndInTheSampleByTheOthers() {
    put(
        Items.sampled(1),
        Items.sampled(2, "a"),
        Items.item(3, 1, Status.REJECTED, Set.of(Listing.REJECTED)));
    assertThat(found(Listing.REJECTED, "a", "")).containsExactly(Items.id(2), Items.id(3));
    assertThat(found(Listing.SAMPLED, "a", "")).containsExactly(Items.id(1));
    assertThat(found(Listing.REJECTED, "b", "")).containsExactly(Items.id(3));
    assertThat(found(Listing.SAMPLED, "b", "text")).containsExactly(Items.id(1), Items.id(2));
    assertThat(found(null, "b", "is:rejected")).containsExactly(Items.id(3));
    assertThatThrownBy(() -> found(Listing.SAMPLED, "b", "is:rejected"))
        .isInstanceOf(SearchFault.class)
        .hasMessageContaining("operator is");
  }

  @Test
  void anAppealIsForOthersThanWhoRejectedAsLongAsThereIsSomebody() {
    Instant later = Items.AT.plusSeconds(500);
    put(Items.appealed(1, later, "a-1"), Items.appealed(2, Items.AT, "a-1", "a-2"));
    assertThat(found(Listing.APPEALED, "a-1", "")).containsExactly(Items.id(2));
    assertThat(found(Listing.APPEALED, "a-2", "")).containsExactly(Items.id(2), Items.id(1));
    assertThat(found(Listing.REJECTED, "a-1", "is:appealed")).hasSize(2);
    assertThat(catalogue.size(View.of(Listing.APPEALED, "a-2")).oldest())
        .as("since the appeal, not since the comment")
        .contains(Items.AT.truncatedTo(ChronoUnit.MILLIS));
  }

  @Test
  void theSizeOfAListSaysHowLongItsOldestWaits() {
    assertThat(catalogue.size(View.of(Listing.HELD, "a")))
        .isEqualTo(new Catalogue.Size(0, Optional.empty()));
    put(Items.held(7, 1), Items.held(3, 1));
    assertThat(catalogue.size(View.of(Listing.HELD, "a")))
        .isEqualTo(
            new Catalogue.Size(
                2, Optional.of(Items.held(3, 1).submittedAt().truncatedTo(ChronoUnit.MILLIS))));
  }

  @ParameterizedTest
  @CsvSource({
    "'',                         3",
    "cheap,                      1",
    "CHÉAP,                      1",
    "'\"watches cheap\"',        0",
    "'\"cheap watches\"',        1",
    "-cheap,                     2",
    "author:neil,                1",
    "author:\"neil mccauley\",   1",
    "by:reader/r2,               1",
    "domain:spam.example,        1",
    "review:heat,                3",
    "review:other,               0",
    "reason:abuse,               1",
    "screen:links,               3",
    "campaign:c1,                1",
    "is:held,                    3",
    "is:approved,                0",
    "spam:>0.8,                  1",
    "spam:0.1..0.5,              2",
    "toxic:<0.5,                 3",
    "reports:1,                  1",
    "language:en,                1",
    "before:2026-11-22,          0",
    "after:2026-11-22,           3",
    "before:2026-11-22T10:00:01Z,3",
    "'cheap author:neil',        0",
    "https://spam.example/x,     0",
  })
  void findsWhatIsAskedFor(String search, int found) {
    put(
        new Change(Items.held(1, 1))
            .writer(new Item.Writer("Waingro", true, "r1", null, null))
            .text("Cheap watches for the whole family, and not only for you")
            .marks(new Marks(0.9, 0.0, List.of("spam.example"), "c1"))
            .item(),
        new Change(Items.held(2, 1))
            .writer(new Item.Writer("Neil McCauley", false, "r2", null, null))
            .item(),
        new Change(Items.held(3, 1))
            .writer(new Item.Writer("Vincent", false, null, null, null))
            .reports(List.of(new Reported("abuse", null, Items.AT)))
            .item());
    assertThat(found(search)).hasSize(found);
  }

  @ParameterizedTest
  @CsvSource({
    "colour:red,   operator colour",
    "spam:high,    spam:high",
    "spam:>0.5..1, spam:>0.5..1",
    "before:today, before:today",
    "reports:many, reports:many",
  })
  void aSearchThatCannotBeReadSaysWhatCanBe(String search, String value) {
    assertThatThrownBy(() -> found(search))
        .isInstanceOfSatisfying(
            SearchFault.class,
            fault -> {
              assertThat(fault.value()).isEqualTo(value);
              assertThat(fault.bound()).isNotEmpty();
            });
  }

  @Test
  void aSearchIsBounded() {
    assertThatThrownBy(() -> Search.read("x".repeat(501))).hasMessageContaining("501 characters");
    assertThatThrownBy(() -> Search.read("x ".repeat(33))).hasMessageContaining("33 terms");
  }

  @Test
  void anAuthorsRecordIsCountedByIdentityAndNeverByNameAlone() {
    Item.Writer known = new Item.Writer("Neil", false, "r1", null, null);
    Item.Writer nobody = new Item.Writer("Neil", false, null, null, null);
    Item.Writer guest = new Item.Writer("Neil", false, null, null, "h1");
    put(
        Items.held(1, 1),
        Items.item(2, 1, Status.APPROVED, Set.of(Listing.APPROVED)),
        new Change(Items.held(3, 1)).writer(nobody).item(),
        new Change(Items.held(4, 1)).writer(guest).item());
    Catalogue.AuthorRecord record = catalogue.recordOf(known);
    assertThat(record.approved()).isEqualTo(1);
    assertThat(record.held()).isEqualTo(1);
    assertThat(record.rejected()).isZero();
    assertThat(record.first()).contains(Items.AT.truncatedTo(ChronoUnit.MILLIS));
    assertThat(catalogue.recordOf(nobody).held()).isZero();
    assertThat(catalogue.recordOf(guest).held()).isEqualTo(1);
  }

  @Test
  void goesOnAfterARestartWhereTheFilesStand() {
    IntStream.rangeClosed(1, 5).forEach(n -> put(Items.held(n, 1)));
    close();
    open();
    assertThat(files.resume("topic", false)).isEqualTo(Map.of(0, 5L));
    assertThat(found(Listing.HELD, "a", "")).hasSize(5);
  }

  @Test
  void whatWasNotCommittedIsReadAgain() {
    put(Items.held(1, 1));
    files.commit();
    put(Items.held(2, 1));
    assertThat(Committed.positions(folder)).containsEntry("position.0", "1");
  }

  @Test
  void nothingIsWrittenWhereNothingCame() throws Exception {
    put(Items.held(1, 1));
    files.commit();
    List<String> before = Committed.files(folder);
    files.commit();
    assertThat(Committed.files(folder)).isEqualTo(before);
  }

  @Test
  void isEmptiedForAnotherTopicAndWhereThatIsAskedFor() {
    put(Items.held(1, 1));
    files.commit();
    assertThat(files.resume("topic", true)).isEmpty();
    catalogue.lookAgain();
    assertThat(found("")).isEmpty();
    put(Items.held(1, 1));
    files.commit();
    assertThat(files.resume("another", false)).isEmpty();
  }

  @Test
  void whatWasErasedIsInNoFileOnceTheyWerePurged() throws Exception {
    put(new Change(Items.held(1, 1)).text("xylophonist").item(), Items.held(2, 1));
    files.commit();
    assertThat(Committed.holds(folder, "xylophonist")).isTrue();
    put(new Change(Items.item(1, 2, Status.ERASED, Set.of())).text("").item());
    files.purge();
    catalogue.lookAgain();
    files.commit();
    assertThat(Committed.holds(folder, "xylophonist")).isFalse();
    assertThat(found("is:held")).containsExactly(Items.id(2));
  }

  @Test
  void periodIsSurveyedInOnePass() {
    List<String> shop = List.of("shop.example", "other.example");
    put(
        new Change(decided(1, Status.APPROVED, null, 30))
            .marks(new Marks(0.4, 0.0, shop, "c1"))
            .item(),
        new Change(decided(2, Status.REJECTED, "spam", 90))
            .marks(new Marks(0.9, 0.0, List.of("shop.example"), "c1"))
            .item(),
        new Change(decided(3, Status.REJECTED, "abuse", 600))
            .marks(new Marks(0.9, 0.0, List.of(), "c2"))
            .item());
    put(Items.held(4, 1), Items.item(5, 1, Status.WITHDRAWN, Set.of()));
    Survey.Period period =
        new Survey.Period(Items.AT.minus(1, ChronoUnit.HOURS), Duration.ofHours(1), 2);

    Survey survey = catalogue.survey(period);

    assertThat(survey.counts())
        .containsExactly(
            new Survey.Counts(period.from(), 0, 0, 0), new Survey.Counts(Items.AT, 1, 1, 2));
    assertThat(survey.waited()).isEqualTo(new Survey.Waited(3, 90L, 600L));
    assertThat(survey.deciders()).isEqualTo(Map.of("moderator", 3L));
    assertThat(survey.reasons()).isEqualTo(Map.of("spam", 1L, "abuse", 1L));
    assertThat(survey.domains()).isEqualTo(Map.of("shop.example", 2L, "other.example", 1L));
    assertThat(survey.campaigns()).isEqualTo(Map.of("c1", 2L));
    assertThat(catalogue.waiting()).containsExactly(Items.AT.plusSeconds(4).toEpochMilli());
    Survey.Period before =
        new Survey.Period(Items.AT.minus(2, ChronoUnit.HOURS), Duration.ofHours(1), 1);
    assertThat(catalogue.survey(before).waited()).isEqualTo(new Survey.Waited(0, null, null));
  }

  /** One that waited for so many seconds, until a person decided. */
  private static Item decided(int number, Status outcome, @Nullable String reason, long seconds) {
    Item item = Items.item(number, 2, outcome, Set.of());
    Item.Decided held = decision(1, By.SCREENING, Status.HELD, null, item.submittedAt());
    Item.Decided human =
        decision(
            2, By.moderator("a", "Ada"), outcome, reason, item.submittedAt().plusSeconds(seconds));
    return Items.decided(item, List.of(held, human));
  }

  private static Item.Decided decision(
      int number, By by, Status outcome, @Nullable String reason, Instant at) {
    Item.Who who = new Item.Who(by.kind(), by.account(), by.name());
    return new Item.Decided(number, 1, who, outcome, reason, "so", null, at, null);
  }
}
