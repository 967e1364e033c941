package io.rejoinder.moderation.index;

import io.rejoinder.events.Sealed;
import io.rejoinder.events.author.AuthorKeys;
import io.rejoinder.events.comment.Appealed;
import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Outcome;
import io.rejoinder.events.comment.Reports;
import io.rejoinder.events.comment.Reports.Reported;
import io.rejoinder.events.comment.Revision;
import io.rejoinder.events.comment.Status;
import io.rejoinder.moderation.record.Opinions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A comment as the index keeps it and moderators see it. Every component is made of one state, so a
 * comment comes out the same whenever its state is read again.
 *
 * @param id the comment's id
 * @param lists the lists that it stands on, for those who may know of it
 * @param judgedBy the accounts that have answered while others are asked
 * @param thread the thread that it answers in
 * @param parent the id of the comment that it replies to
 * @param version of the state that this was made of
 * @param revision the newest revision's number
 * @param status of the newest revision
 * @param writer who wrote it
 * @param text the newest revision
 * @param earlier the revisions before it, oldest first, as far as they are kept
 * @param seen the number of the revision that readers see; null for none
 * @param createdAt when the comment was written
 * @param submittedAt when its newest revision was
 * @param imported whether it came from another system
 * @param why one sentence: why it waits, or what was decided
 * @param evidence what spoke for or against it, without what it was drawn from
 * @param marks what the evidence was about, for finding others like it
 * @param reports what readers have reported of it since a moderator last decided, newest last
 * @param voices how many readers that were, those of one source as one
 * @param judgedReports how many of the last reports a moderator had before them at the last
 *     decision; at most {@link Reports#TEXTS_KEPT}
 * @param decision the one that stands
 * @param history all decisions on it, oldest first
 * @param outcomes of the last commands: what is answered to a command that is sent again
 * @param appeal that its author has asked for another look at its rejection; null for nearly all
 */
public record Item(
    String id,
    Set<Listing> lists,
    List<String> judgedBy,
    String thread,
    @Nullable String parent,
    long version,
    int revision,
    Status status,
    Writer writer,
    String text,
    List<Revision> earlier,
    @Nullable Integer seen,
    Instant createdAt,
    Instant submittedAt,
    boolean imported,
    @Nullable String why,
    List<Evidence> evidence,
    Marks marks,
    List<Reported> reports,
    int voices,
    int judgedReports,
    @Nullable Decided decision,
    List<Decided> history,
    List<Outcome> outcomes,
    @Nullable Appealed appeal) {

  /** What is to be known of a state. */
  public static Item of(CommentState state) {
    Opinions opinions = Opinions.of(state);
    Reports reports = state.reports() == null ? Reports.NONE : state.reports();
    List<Evidence> found = lastEvidence(state);
    return new Item(
        state.id().value(),
        Listing.of(state),
        opinions.wanted() ? opinions.accounts() : List.of(),
        state.thread().value(),
        state.parent() == null ? null : state.parent().value(),
        state.version(),
        state.newest().number(),
        state.status(),
        Writer.of(state.author()),
        state.newest().text(),
        state.past(),
        state.shown() == null ? null : state.shown().number(),
        state.createdAt(),
        state.newest().at(),
        state.origin() != null,
        why(state),
        found.stream().filter(Item::saysSomething).map(Item::withoutValues).toList(),
        Marks.of(found),
        reports.unsettled(),
        reports.voices(),
        reports.newest().size() - reports.unsettled().size(),
        state.standing().map(Decided::of).orElse(null),
        state.decisions().stream().map(Decided::of).toList(),
        state.outcomes(),
        state.appeal());
  }

  /** The appeal that waits for an answer. */
  public Optional<Appealed> openAppeal() {
    return lists.contains(Listing.APPEALED) ? Optional.ofNullable(appeal) : Optional.empty();
  }

  /** Since when it waits: an appeal since it was made, anything else since it was written. */
  Instant waitsSince() {
    return openAppeal().map(Appealed::at).orElse(submittedAt);
  }

  /** Whether people are asked about it without being told what was decided. */
  public boolean blind() {
    return lists.contains(Listing.SAMPLED);
  }

  /** Whether this account is not to know what was decided. */
  public boolean hiddenFrom(String account) {
    return blind() && !judgedBy.contains(account);
  }

  /**
   * From when its newest revision was written until the first person decided on it; empty where it
   * did not have to wait, or still does.
   */
  public Optional<Duration> waited() {
    List<Decided> ofNewest =
        history.stream().filter(decided -> decided.revision() == revision).toList();
    boolean had =
        ofNewest.stream().findFirst().filter(first -> first.outcome() == Status.HELD).isPresent();
    return !had
        ? Optional.empty()
        : ofNewest.stream()
            .filter(decided -> decided.by().kind() == By.Kind.MODERATOR)
            .filter(decided -> decided.outcome() != Status.HELD)
            .findFirst()
            .map(decided -> Duration.between(submittedAt, decided.at()));
  }

  /** What became of a command, if it is among the last ones. */
  public Optional<Outcome> outcomeOf(String command) {
    return outcomes.stream().filter(outcome -> outcome.command().equals(command)).findFirst();
  }

  /** A comment that waits says what it waits for, also after an undo. */
  private static @Nullable String why(CommentState state) {
    Decision standing = state.standing().orElse(null);
    boolean byScreening = standing == null || standing.by().kind() != By.Kind.READERS;
    if (state.status() == Status.HELD && byScreening) {
      Decision judged = lastWithEvidence(state);
      if (judged != null && judged.outcome() == Status.HELD) {
        return judged.why();
      }
    }
    return standing == null ? null : standing.why();
  }

  private static List<Evidence> lastEvidence(CommentState state) {
    Decision judged = lastWithEvidence(state);
    return judged == null ? List.of() : judged.evidence();
  }

  /** Screens that found nothing stay in the decision, and are no reading for a moderator. */
  private static boolean saysSomething(Evidence evidence) {
    return evidence.weight() != 0 || evidence.values().containsKey("failed");
  }

  /** What it was drawn from stays in the decision, too. */
  private static Evidence withoutValues(Evidence evidence) {
    return new Evidence(
        evidence.screen(), evidence.weight(), evidence.sentence(), evidence.spans(), Map.of());
  }

  private static @Nullable Decision lastWithEvidence(CommentState state) {
    Decision last = null;
    for (Decision decision : state.decisions()) {
      if (decision.revision() == state.newest().number() && !decision.evidence().isEmpty()) {
        last = decision;
      }
    }
    return last;
  }

  /**
   * Who wrote a comment, as far as others of the same author are told apart by it.
   *
   * @param name as shown
   * @param verified whether a sign-in vouched for the name
   * @param reader the id of the signed identity; null where there was none
   * @param email keyed hash of the e-mail address
   * @param address keyed hash of the network address
   * @param box the address itself, encrypted
   */
  public record Writer(
      String name,
      boolean verified,
      @Nullable String reader,
      @Nullable String email,
      @Nullable String address,
      @Nullable String box) {

    /** Without an address that can be opened. */
    public Writer(
        String name,
        boolean verified,
        @Nullable String reader,
        @Nullable String email,
        @Nullable String address) {
      this(name, verified, reader, email, address, null);
    }

    /** What tells comments of the same author, as {@code by:} asks for it, the surest first. */
    public List<String> keys() {
      return AuthorKeys.of(reader, email, address, name);
    }

    /** The address, which needs the installation's secret to be read. */
    public Optional<Sealed> sealedAddress() {
      return box == null || address == null
          ? Optional.empty()
          : Optional.of(new Sealed(box, address));
    }

    /**
     * The value of {@code by:} that finds what the same author wrote; empty where nothing tells.
     */
    public Optional<String> surest() {
      return keys().stream().findFirst();
    }

    static Writer of(Author author) {
      return new Writer(
          author.name(),
          Boolean.TRUE.equals(author.verified()),
          author.reader(),
          author.email() == null ? null : author.email().hash(),
          author.address() == null ? null : author.address().hash(),
          author.address() == null ? null : author.address().box());
    }
  }

  /**
   * A decision as moderators see it.
   *
   * @param number counts up for each comment
   * @param revision that was judged
   * @param by who or what decided
   * @param outcome approved, held or rejected
   * @param reason the code of a rejection
   * @param why one sentence
   * @param undoes the number of the decision that this one took back
   * @param at when
   * @param batch that it is part of
   */
  public record Decided(
      int number,
      int revision,
      Who by,
      Status outcome,
      @Nullable String reason,
      String why,
      @Nullable Integer undoes,
      Instant at,
      @Nullable String batch) {

    static Decided of(Decision decision) {
      return new Decided(
          decision.number(),
          decision.revision(),
          new Who(decision.by().kind(), decision.by().account(), decision.by().name()),
          decision.outcome(),
          decision.reason(),
          decision.why(),
          decision.undoes(),
          decision.at(),
          decision.batch());
    }

    /** Whether a moderator passed it on to others. */
    public boolean escalated() {
      return outcome == Status.HELD && Decision.ESCALATED.equals(reason);
    }
  }

  /**
   * Who decided.
   *
   * @param kind person or machine
   * @param account of a moderator
   * @param name of a moderator
   */
  public record Who(By.Kind kind, @Nullable String account, @Nullable String name) {}
}
