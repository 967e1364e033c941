package io.rejoinder.system.drill;

import io.rejoinder.events.comment.Status;
import io.rejoinder.system.client.Answer;
import io.rejoinder.system.client.Comments;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What readers, authors and moderators are told by HTTP is what was accepted. */
final class ReadingProof {

  private final Pages pages;
  private final Comments comments;
  private final Desk desk;
  private final Insistence insistence;

  ReadingProof(Pages pages, Comments comments, Desk desk, Insistence insistence) {
    this.pages = pages;
    this.comments = comments;
    this.desk = desk;
    this.insistence = insistence;
  }

  void check(List<Life> lives, Threads threads, Findings findings) {
    checkReaders(lives, threads, findings);
    lives.parallelStream().forEach(life -> checkAuthor(life, findings));
    checkModerators(lives, findings);
  }

  private void checkReaders(List<Life> lives, Threads threads, Findings findings) {
    Map<String, JsonNode> published = new HashMap<>();
    pages
        .read(threads.ids())
        .forEach(
            (thread, page) -> {
              int before = published.size();
              page.roots().forEach(root -> collect(root, published, findings));
              int visible = published.size() - before;
              if (visible != page.count()) {
                findings.wrong(
                    "thread %s: count %d (expected: %d)".formatted(thread, page.count(), visible));
              }
            });
    Readership readership = new Readership(lives);
    for (Life life : lives) {
      checkReader(life, readership.shown(life), published.get(life.id()), findings);
    }
    long posted = lives.stream().filter(life -> published.containsKey(life.id())).count();
    if (published.size() - posted != Export.COMMENTS) {
      findings.wrong(
          "%d other comments are visible (expected: the %d imported ones)"
              .formatted(published.size() - posted, Export.COMMENTS));
    }
  }

  private static void collect(
      JsonNode comment, Map<String, JsonNode> published, Findings findings) {
    String id = comment.path("id").asString();
    boolean visible = "published".equals(Answer.string(comment, "status"));
    if (visible && published.put(id, comment) != null) {
      findings.doubled(id, "readers see it twice");
    }
    comment.path("replies").forEach(reply -> collect(reply, published, findings));
  }

  private static void checkReader(
      Life life, @Nullable String shown, @Nullable JsonNode comment, Findings findings) {
    if (shown == null) {
      if (comment != null) {
        findings.missing(life.id(), "readers still see it");
      }
      return;
    }
    String mark = shown.substring(0, shown.indexOf(' ') + 1);
    if (comment == null) {
      findings.missing(life.id(), "readers do not see it");
    } else if (!comment.path("html").asString().contains(mark)) {
      findings.missing(life.id(), "readers see another text");
    }
  }

  private void checkAuthor(Life life, Findings findings) {
    Answer answer =
        insistence
            .until("submission", Set.of(200), () -> comments.submission(life.id(), life.token()))
            .answer();
    Standing standing = life.standing();
    if (!standing.stateForAuthor().equals(answer.string("state"))) {
      findings.missing(
          life.id(),
          "its author is told %s (expected: %s)"
              .formatted(answer.string("state"), standing.stateForAuthor()));
    } else if (standing.status() != Status.WITHDRAWN
        && !(standing.text().equals(answer.string("text"))
            && answer.body().path("revision").asInt() == standing.revision())) {
      findings.missing(life.id(), "its author is shown another text");
    }
  }

  private void checkModerators(List<Life> lives, Findings findings) {
    Set<String> expected =
        lives.stream()
            .filter(life -> life.standing().status() == Status.HELD)
            .map(Life::id)
            .collect(Collectors.toSet());
    Set<String> found = new HashSet<>(desk.read().keySet());
    for (String id : expected) {
      if (!found.remove(id)) {
        findings.missing(id, "held, but not in the queue");
      }
    }
    found.forEach(id -> findings.wrong("in the queue, but not held: " + id));
  }
}
