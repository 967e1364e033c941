package io.rejoinder.comment.thread;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.comment.States;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.projection.MongoEngine;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import reactor.core.publisher.Mono;

/** The contract on a real engine; not run where there is none. */
class RealEngineCommentsIT extends CommentsContract {

  private static final Duration BOUND = Duration.ofSeconds(30);

  RealEngineCommentsIT() {
    super(
        MongoEngine.real()
            .orElseThrow(() -> new TestAbortedException("no mongod on the PATH and no Docker")));
  }

  @Override
  void assertIndexes(List<String> names) {
    assertThat(names).containsAll(declared());
  }

  @Test
  void everyQueryOfReadersIsServedByItsIndex() {
    project(
        IntStream.rangeClosed(1, 50)
            .mapToObj(number -> States.of(number, "film").approved(1))
            .toArray(CommentState[]::new));

    assertThat(
            plan(
                new Document("thread", "film").append("depth", 0).append("seen", true),
                new Document("createdAt", -1).append("_id", -1)))
        .contains(CommentIndexes.THREAD_ROOTS);
    assertThat(
            plan(
                new Document("thread", "film").append("depth", 0).append("seen", true),
                new Document("likes", -1).append("createdAt", -1).append("_id", -1)))
        .contains(CommentIndexes.THREAD_BEST);
    assertThat(
            plan(
                new Document("root", new Document("$in", List.of(States.id(1).value())))
                    .append("seen", true)
                    .append("depth", new Document("$gt", 0)),
                new Document("createdAt", 1).append("_id", 1)))
        .contains(CommentIndexes.ROOT_REPLIES);
    assertThat(
            plan(
                new Document("thread", "film")
                    .append("visible", true)
                    .append("depth", new Document("$gte", 0)),
                new Document()))
        .contains(CommentIndexes.THREAD_VISIBLE);
    Document newest = new Document("createdAt", -1).append("_id", -1);
    assertThat(
            plan(
                new Document("thread", "film")
                    .append("visible", true)
                    .append("depth", new Document("$gte", 0)),
                newest))
        .contains(CommentIndexes.THREAD_NEWEST);
    assertThat(
            plan(
                new Document("parent", States.id(1).value())
                    .append("visible", true)
                    .append("depth", new Document("$gt", 0)),
                newest))
        .contains(CommentIndexes.PARENT_NEWEST);
    assertThat(
            plan(
                new Document("reader", "ada").append("_id", new Document("$gt", "0")),
                new Document("_id", 1)))
        .contains(CommentIndexes.READER_COMMENTS);
    assertThat(
            plan(
                new Document("mailbox", "hash").append("_id", new Document("$gt", "0")),
                new Document("_id", 1)))
        .contains(CommentIndexes.MAILBOX_COMMENTS);
  }

  /** The names of the indexes of the winning plan. */
  private List<String> plan(Document filter, Document sort) {
    Document find = new Document("find", "comments").append("filter", filter).append("sort", sort);
    Document explained =
        Mono.from(
                database()
                    .runCommand(new Document("explain", find).append("verbosity", "queryPlanner")))
            .block(BOUND);
    Document planner = Objects.requireNonNull(explained).get("queryPlanner", new Document());
    return names(planner.get("winningPlan", new Document())).distinct().toList();
  }

  private static Stream<String> names(Object node) {
    if (node instanceof Document document) {
      return document.entrySet().stream()
          .flatMap(
              entry ->
                  entry.getKey().equals("indexName")
                      ? Stream.of(entry.getValue().toString())
                      : names(entry.getValue()));
    }
    return node instanceof List<?> list
        ? list.stream().flatMap(RealEngineCommentsIT::names)
        : Stream.empty();
  }
}
