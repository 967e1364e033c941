package io.rejoinder.moderation.learning;

import io.rejoinder.events.Event;
import io.rejoinder.events.Literal;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.learning.Teach;
import io.rejoinder.events.learning.TrainingExample;
import io.rejoinder.moderation.scribe.Ledger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The examples as they were written, and what is missing: one for each decision of a person, an
 * empty one where an erased comment taught, a fresh one where another model is here, and one for
 * what another site says of a comment of its own. Remembers about 200 bytes for each example.
 */
final class ExampleLedger implements Ledger {

  /** What an import teaches at most: the first flags of each site. */
  static final int OF_IMPORT = 2_000;

  /** One of them stands in the JSON of every state or command that could call for an example. */
  private static final List<Literal> CONCERNING =
      List.of(
          new Literal("\"moderator\""),
          new Literal("\"import\""),
          new Literal("\"erased\""),
          new Literal("\"lessons\""));

  private final Teacher teacher;
  private final Progress progress;
  private final Map<CommentId, List<Written>> written = new HashMap<>();
  private final Map<String, Integer> imported = new HashMap<>();
  private final Allowance submitted = new Allowance();
  private boolean outdated;
  private long length;

  ExampleLedger(Teacher teacher, Progress progress) {
    this.teacher = teacher;
    this.progress = progress;
  }

  @Override
  public void take(Event event) {
    if (event instanceof TrainingExample example) {
      length = Math.max(length, example.number());
      Written taken = Written.of(example, teacher.isOutdated(example));
      outdated |= taken.outdated();
      List<Written> all = written.computeIfAbsent(example.comment(), id -> new ArrayList<>(1));
      all.removeIf(one -> one.decision() == taken.decision());
      all.add(taken);
      if (example.kind() == By.Kind.IMPORT && taken.teaches() && example.replaces() == null) {
        imported.merge(example.source(), 1, Integer::sum);
      }
      if (example.submitted() != null) {
        submitted.taken(example.source(), example.at());
      }
    }
  }

  @Override
  public List<String> inputs() {
    return List.of(Topics.COMMENTS_MODERATED, Topics.TAUGHT);
  }

  @Override
  public boolean concerns(byte[] input) {
    return CONCERNING.stream().anyMatch(literal -> literal.in(input));
  }

  @Override
  public List<TrainingExample> missing(Event input) {
    if (input instanceof Teach teach) {
      return taught(teach);
    }
    return input instanceof CommentState state ? decided(state) : List.of();
  }

  /** Of a comment the newest word counts, and the same again is nothing new. */
  private List<TrainingExample> taught(Teach teach) {
    Optional<Written> last =
        written.getOrDefault(teach.comment(), List.of()).stream()
            .max(Comparator.comparingInt(Written::decision));
    boolean known = last.filter(one -> one.spam() == teach.spam()).isPresent();
    // A mistake is set right on whatever day, once.
    boolean corrects = last.filter(one -> one.decision() == 1).isPresent();
    boolean within = corrects || submitted.has(teach.source(), teach.at());
    if (known || !within || teach.lessons().isEmpty()) {
      return List.of();
    }
    List<TrainingExample> fresh = new ArrayList<>(1);
    add(fresh, Teacher.example(teach, 1 + last.map(Written::decision).orElse(0), length + 1));
    return fresh;
  }

  private List<TrainingExample> decided(CommentState state) {
    List<Written> all = List.copyOf(written.getOrDefault(state.id(), List.of()));
    List<TrainingExample> fresh = new ArrayList<>();
    if (state.status() == Status.ERASED) {
      all.stream().filter(Written::teaches).forEach(one -> add(fresh, empty(state, one)));
      return fresh;
    }
    int known = all.stream().mapToInt(Written::decision).max().orElse(0);
    for (Decision decision : state.decisions()) {
      if (Verdicts.human(decision) && decision.number() > known) {
        decided(state, decision, fresh);
      }
    }
    for (Written one : all) {
      if (one.outdated()) {
        renewed(state, one, fresh);
      }
    }
    return fresh;
  }

  private void decided(CommentState state, Decision decision, List<TrainingExample> fresh) {
    TrainingExample example = teacher.example(state, decision, length + 1, null);
    boolean takesBack =
        written.getOrDefault(state.id(), List.of()).stream()
            .anyMatch(one -> one.teaches() && one.revision() == decision.revision());
    boolean teaches = !example.lessons().isEmpty() && !isTooMuch(example);
    if (teaches || takesBack) {
      add(fresh, example);
    }
  }

  private boolean isTooMuch(TrainingExample example) {
    return example.kind() == By.Kind.IMPORT
        && imported.getOrDefault(example.source(), 0) >= OF_IMPORT;
  }

  private void renewed(CommentState state, Written one, List<TrainingExample> fresh) {
    state.decisions().stream()
        .filter(decision -> decision.number() == one.decision())
        .map(decision -> teacher.example(state, decision, length + 1, one.number()))
        .filter(example -> !example.lessons().isEmpty())
        .findFirst()
        .ifPresent(example -> add(fresh, example));
  }

  private TrainingExample empty(CommentState state, Written one) {
    return new TrainingExample(
        length + 1,
        one.number(),
        state.id(),
        one.revision(),
        one.decision(),
        By.Kind.SCREENING,
        Sources.NOBODY,
        List.of(),
        state.at());
  }

  private void add(List<TrainingExample> fresh, TrainingExample example) {
    take(example);
    fresh.add(example);
  }

  @Override
  public void stands(int fresh) {
    progress.written(fresh);
  }

  @Override
  public long length() {
    return length;
  }

  /** Texts stand in the states: their vectors are made again, where the model was changed. */
  @Override
  public boolean beginsAnew() {
    return outdated;
  }
}
