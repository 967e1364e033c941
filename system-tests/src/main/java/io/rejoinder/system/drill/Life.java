package io.rejoinder.system.drill;

import io.rejoinder.system.client.Comments;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * One comment in the drill: what is still to happen to it, and what was accepted until now. One
 * worker at a time has it; the queue between them hands its memory over.
 */
final class Life {

  private final int number;
  private final boolean doubtful;
  private final Deque<Step> steps;
  private final List<Move> moves = new ArrayList<>();
  private Comments.@Nullable Draft draft;
  private @Nullable String id;
  private @Nullable String token;
  private @Nullable String failure;
  private Set<Integer> unscreened = Set.of();
  private JsonNode item = MissingNode.getInstance();

  Life(int number, Script script) {
    this.number = number;
    this.doubtful = script.doubtful();
    this.steps = new ArrayDeque<>(script.steps());
  }

  int number() {
    return number;
  }

  boolean doubtful() {
    return doubtful;
  }

  /** The next step; null at the end of its life. */
  @Nullable Step next() {
    return steps.poll();
  }

  /** Whether its author is still to edit it, which nobody can whose comment was replied to. */
  boolean willBeEdited() {
    return steps.stream().anyMatch(step -> step.name().startsWith("EDIT"));
  }

  int stepsLeft() {
    return steps.size();
  }

  void drafted(Comments.Draft newDraft) {
    draft = newDraft;
  }

  /** The post was acknowledged. */
  void accepted(String newId, String newToken) {
    id = newId;
    token = newToken;
    moves.add(Move.posted(draft().text(), doubtful));
  }

  /** A command was applied. */
  void moved(Move move) {
    moves.add(move);
  }

  /** It did not go as it must; nothing more happens to it. */
  void failed(String why) {
    failure = why;
    steps.clear();
  }

  /** What the platform says of its own screens, learned when all is over. */
  void unscreened(Set<Integer> revisions) {
    unscreened = Set.copyOf(revisions);
  }

  void seenInQueue(JsonNode newItem) {
    item = newItem;
  }

  JsonNode item() {
    return item;
  }

  boolean isAccepted() {
    return id != null;
  }

  @Nullable String failure() {
    return failure;
  }

  Comments.Draft draft() {
    return Objects.requireNonNull(draft, "not posted");
  }

  String id() {
    return Objects.requireNonNull(id, "not accepted");
  }

  String token() {
    return Objects.requireNonNull(token, "not accepted");
  }

  /** Whether readers saw it at any time, if they could see what it replies to. */
  boolean wasShown() {
    return IntStream.rangeClosed(1, moves.size())
        .anyMatch(end -> Move.after(moves.subList(0, end), unscreened).shown() != null);
  }

  /** Where it must stand. */
  Standing standing() {
    return Move.after(moves, unscreened);
  }
}
