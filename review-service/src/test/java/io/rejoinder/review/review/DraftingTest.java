package io.rejoinder.review.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.comment.Origin;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.review.ReviewState;
import io.rejoinder.review.review.Drafting.Decided;
import io.rejoinder.review.review.KnownReviews.Known;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftingTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
  private static final Instant THEN = Instant.parse("2014-01-14T17:31:03Z");

  private static ReviewDraft draft(String title, boolean open, @Nullable Instant at) {
    return new ReviewDraft(
        new ThreadId("0123456789abcdef"),
        "Stalker, again!",
        title,
        null,
        "Mira",
        "<p>Text</p>",
        null,
        open,
        new Origin("wordpress", "films.example/7"),
        at);
  }

  private static ReviewState first() {
    Decided decided =
        Drafting.publish(draft("Stalker", true, THEN), Optional.empty(), s -> false, NOW);
    return Objects.requireNonNull(decided.state());
  }

  @Test
  void newDraftIsTheFirstVersion() {
    assertThat(first().version()).isEqualTo(1);
    assertThat(first().slug()).isEqualTo("stalker-again");
    assertThat(first().publishedAt()).isEqualTo(THEN);
  }

  @Test
  void sameDraftAgainWritesNothing() {
    Decided again =
        Drafting.publish(
            draft("Stalker", true, THEN), Optional.of(Known.of(first(), 0, 0)), s -> true, NOW);

    assertThat(again.state()).isNull();
    assertThat(again.written().outcome()).isEqualTo(Written.Outcome.UNCHANGED);
  }

  @Test
  void draftWithoutADateIsTheSameAgain() {
    ReviewState undated =
        Objects.requireNonNull(
            Drafting.publish(draft("Stalker", true, null), Optional.empty(), s -> false, NOW)
                .state());
    Decided again =
        Drafting.publish(
            draft("Stalker", true, null),
            Optional.of(Known.of(undated, 0, 0)),
            s -> true,
            NOW.plusSeconds(9));

    assertThat(again.state()).isNull();
  }

  @Test
  void changedDraftKeepsItsAddressAndWhatWasSetHere() {
    ReviewState closedHere = Drafting.withComments(first(), false, NOW);
    Decided changed =
        Drafting.publish(
            draft("Stalker (1979)", true, THEN),
            Optional.of(Known.of(closedHere, 0, 0)),
            s -> true,
            NOW);

    ReviewState state = Objects.requireNonNull(changed.state());
    assertThat(state.version()).isEqualTo(3);
    assertThat(state.slug()).isEqualTo("stalker-again");
    assertThat(state.commentsOpen()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Été 1999 — à la mer|ete-1999-a-la-mer",
        "Große Straße|grosse-strasse",
        "映画|review-x",
        "---|review-x",
        "a/../b?c|a-b-c",
        "taken|taken-3",
      })
  void slugIsPlainAndItsOwn(String wish, String slug) {
    Set<String> taken = Set.of("taken", "taken-2");

    assertThat(Slugs.of(wish, "review-x", taken::contains)).isEqualTo(slug);
  }

  @Test
  void noSlugLooksLikeAThreadOfAnotherSite() {
    for (String wish : java.util.List.of("a -- b", "blog--night", "-–—-", "--x--", "ü--ü")) {
      assertThat(Slugs.of(wish, "review-x", slug -> slug.length() < 9)).doesNotContain("--");
    }
  }

  @Test
  void longWishesAreCut() {
    assertThat(Slugs.of("word ".repeat(100), "x", slug -> false)).hasSizeLessThanOrEqualTo(80);
  }

  @Test
  void markdownIsRenderedAndSafe() {
    assertThat(
            ReviewHtml.ofMarkdown(
                "# Head\n\n*a* <script>x()</script>[b](javascript:x) ![Still](https://i.example/a.png)"))
        .isEqualTo(
            "<h2>Head</h2>\n<p><em>a</em> <a rel=\"noopener\">b</a> "
                + "<a href=\"https://i.example/a.png\" rel=\"noopener\">Still</a></p>");
  }
}
