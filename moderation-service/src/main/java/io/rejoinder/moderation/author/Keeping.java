package io.rejoinder.moderation.author;

import io.rejoinder.events.Sealed;
import io.rejoinder.events.author.AuthorKeys;
import io.rejoinder.events.author.AuthorState;
import io.rejoinder.events.author.AuthorState.Standing;
import io.rejoinder.events.comment.By;
import io.rejoinder.moderation.account.SignedIn;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What moderators change of what they hold of an author. Threadsafe. */
final class Keeping {

  /** What every moderator may say and take back; the rest is for seniors. */
  private static final Set<Standing> MILD =
      EnumSet.of(Standing.ORDINARY, Standing.WARNED, Standing.WATCHED);

  private final Authors authors;
  private final Clock clock;

  Keeping(Authors authors, Clock clock) {
    this.authors = authors;
    this.clock = clock;
  }

  /** Who changes something. */
  record Keeper(SignedIn who, boolean senior) {}

  /** Has an author stand otherwise; a problem where the keeper may not, or it changed meanwhile. */
  Mono<AuthorState> stand(String key, @Nullable Sealed range, Wishes.Wanted wanted, Keeper keeper) {
    Instant now = clock.instant();
    return changed(
        key,
        wanted.basedOn(),
        before -> {
          boolean mild = MILD.contains(wanted.standing()) && MILD.contains(before.standingAt(now));
          if (!keeper.senior() && !(mild && !key.startsWith(AuthorKeys.RANGE))) {
            throw new Problem(
                ProblemType.NOT_ALLOWED,
                "Seniors suspend, ban and trust, and take that back; moderators warn and watch.");
          }
          if (wanted.standing() == Standing.TRUSTED && !key.startsWith(AuthorKeys.READER)) {
            throw Problem.invalid(
                "standing",
                "trusted",
                "only for a signed identity: what else tells an author can be claimed");
          }
          return next(before, wanted.standing(), wanted.until(), wanted.reason(), range)
              .by(keeper.who().by(), now);
        });
  }

  Mono<AuthorState> label(String key, List<String> labels, long basedOn, Keeper keeper) {
    return changed(
        key, basedOn, before -> same(before).labels(labels).by(keeper.who().by(), clock.instant()));
  }

  /** Adds a note; of too many the oldest goes. */
  Mono<AuthorState> note(String key, String text, long basedOn, Keeper keeper) {
    return changed(
        key,
        basedOn,
        before -> {
          Instant now = clock.instant();
          By by = keeper.who().by();
          List<AuthorState.Note> notes = new ArrayList<>(before.notes());
          notes.add(new AuthorState.Note(text, by, now));
          int from = Math.max(0, notes.size() - AuthorState.NOTES_KEPT);
          return same(before).notes(notes.subList(from, notes.size())).by(by, now);
        });
  }

  private Mono<AuthorState> changed(String key, long basedOn, UnaryOperator<AuthorState> change) {
    return Mono.defer(
        () -> {
          AuthorState before = authors.of(key).orElseGet(() -> ofNobody(key));
          if (before.version() != basedOn) {
            throw new Problem(ProblemType.AUTHOR_OUTDATED, null)
                .with("author", AuthorView.of(before, clock.instant()));
          }
          AuthorState after = change.apply(before);
          return authors.append(after).thenReturn(after);
        });
  }

  /** What is held of somebody of whom nothing is. */
  static AuthorState ofNobody(String key) {
    return new AuthorState(
        key,
        0,
        Standing.ORDINARY,
        null,
        null,
        null,
        List.of(),
        List.of(),
        By.SCREENING,
        Instant.EPOCH);
  }

  private static Next same(AuthorState before) {
    return new Next(
        before,
        before.standing(),
        before.until(),
        before.reason(),
        before.range(),
        before.labels(),
        before.notes());
  }

  private static Next next(
      AuthorState before,
      Standing standing,
      @Nullable Instant until,
      @Nullable String reason,
      @Nullable Sealed range) {
    return new Next(
        before,
        standing,
        until,
        reason,
        range == null ? before.range() : range,
        before.labels(),
        before.notes());
  }

  /** A state in the making. */
  private record Next(
      AuthorState before,
      Standing standing,
      @Nullable Instant until,
      @Nullable String reason,
      @Nullable Sealed range,
      List<String> labels,
      List<AuthorState.Note> notes) {

    Next labels(List<String> others) {
      return new Next(before, standing, until, reason, range, others, notes);
    }

    Next notes(List<AuthorState.Note> others) {
      return new Next(before, standing, until, reason, range, labels, others);
    }

    AuthorState by(By by, Instant at) {
      return new AuthorState(
          before.author(),
          before.version() + 1,
          standing,
          until,
          reason,
          range,
          labels,
          notes,
          by,
          at);
    }
  }
}
