package io.rejoinder.system.drill;

import io.rejoinder.system.client.Answer;
import io.rejoinder.system.client.Comments;
import io.rejoinder.system.drill.Insistence.Answered;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** What authors do: each post, edit and withdrawal is repeated until it is answered. */
final class Author {

  private static final long LOOK_AGAIN_MILLIS = 150;
  private static final int LOOKS = 400;

  /** One in this many posts is a reply, where there is something to reply to. */
  private static final int REPLY_ONE_IN = 4;

  private final Comments comments;
  private final Threads threads;
  private final Texts texts;
  private final Insistence insistence;
  private final Bound bound;

  Author(Comments comments, Threads threads, Texts texts, Insistence insistence, Bound bound) {
    this.comments = comments;
    this.threads = threads;
    this.texts = texts;
    this.insistence = insistence;
    this.bound = bound;
  }

  void post(Life life) {
    Random random = ThreadLocalRandom.current();
    String thread = threads.any(random);
    Optional<Threads.Parent> parent =
        random.nextInt(REPLY_ONE_IN) == 0 ? threads.anyParentIn(thread, random) : Optional.empty();
    String text =
        life.doubtful() ? texts.doubtful(life.number(), 1) : texts.plain(life.number(), 1);
    life.drafted(
        new Comments.Draft(
            thread,
            "drill-" + life.number(),
            "Reader " + life.number(),
            text,
            parent.map(Threads.Parent::id).orElse(null)));
    Answer answer = send(life);
    life.accepted(required(answer, "id"), required(answer, "token"));
    if (!life.doubtful() && !life.willBeEdited()) {
      int depth = parent.map(Threads.Parent::depth).orElse(0) + 1;
      threads.add(thread, new Threads.Parent(life.id(), depth));
    }
  }

  /** The same post with the same key must be the same comment. */
  void postAgain(Life life) {
    String id = required(send(life), "id");
    if (!id.equals(life.id())) {
      throw new Insistence.GaveUp("the same key made another comment: " + id);
    }
  }

  void edit(Life life, boolean doubtful) {
    Standing now = life.standing();
    int revision = now.revision() + 1;
    String text =
        doubtful ? texts.doubtful(life.number(), revision) : texts.plain(life.number(), revision);
    Answered answered =
        insistence.until(
            "edit",
            Set.of(200, 202, 409),
            () -> comments.revise(life.id(), life.token(), text, now.revision()));
    if (answered.status() != 200 && !becameVisible(life, answered, text, now.revision())) {
      throw new Insistence.GaveUp("edit: " + answered.answer().brief());
    }
    life.moved(Move.edited(text, doubtful));
  }

  void editOutdated(Life life) {
    Standing now = life.standing();
    Answered answered =
        insistence.until(
            "outdated edit",
            Set.of(200, 202, 409),
            () ->
                comments.revise(
                    life.id(),
                    life.token(),
                    texts.plain(life.number(), now.revision() + 2),
                    now.revision() + 1));
    if (answered.status() == 200) {
      throw new Insistence.GaveUp("an edit of a revision that is not there was applied");
    }
  }

  void withdraw(Life life) {
    Answered answered =
        insistence.until(
            "withdrawal",
            Set.of(200, 202, 204, 409),
            () -> comments.withdraw(life.id(), life.token()));
    if (answered.status() == 409 && answered.certain()) {
      throw new Insistence.GaveUp("withdrawal: " + answered.answer().brief());
    }
    life.moved(Move.of(Move.Kind.WITHDRAW));
  }

  private Answer send(Life life) {
    return insistence.until("post", Set.of(202), () -> comments.post(life.draft())).answer();
  }

  /**
   * Whether an edit of unknown outcome was applied. Accepted without an outcome, it will be;
   * refused after an attempt that nobody answered, that attempt may have been the one that counted.
   */
  private boolean becameVisible(Life life, Answered answered, String text, int revisionBefore) {
    if (answered.status() == 409 && answered.certain()) {
      return false;
    }
    for (int look = 0; look < LOOKS; look++) {
      Answer submission =
          insistence
              .until("submission", Set.of(200), () -> comments.submission(life.id(), life.token()))
              .answer();
      if (submission.body().path("revision").asInt(0) > revisionBefore) {
        return text.equals(submission.string("text"));
      }
      bound.pause(LOOK_AGAIN_MILLIS);
    }
    return false;
  }

  private static String required(Answer answer, String field) {
    @Nullable String value = answer.string(field);
    if (value == null) {
      throw new Insistence.GaveUp("accepted without " + field);
    }
    return value;
  }
}
