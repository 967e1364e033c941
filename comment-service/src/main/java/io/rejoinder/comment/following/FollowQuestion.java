package io.rejoinder.comment.following;

import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.mail.Asking;
import io.rejoinder.comment.rendering.EmailPage;
import io.rejoinder.comment.rendering.Words;
import io.rejoinder.comment.thread.Threads;
import java.util.Optional;
import org.springframework.web.reactive.function.server.ServerRequest;

/** Whether a thread is to be followed, asked by a page without JavaScript. */
record FollowQuestion(Asking asking, Letters letters, Threads threads, FollowRoutes.Who who)
    implements EmailPage.Question {

  private static String thread(ServerRequest request) {
    return request.pathVariable("thread");
  }

  @Override
  public boolean on(ServerRequest request) {
    return asking.on() && threads.standing(thread(request)) != Threads.Standing.UNKNOWN;
  }

  @Override
  public String about(ServerRequest request) {
    return letters.title(thread(request));
  }

  @Override
  public Optional<Problem> ask(ServerRequest request, Words words, String email) {
    return asking.ask(
        who.address(request),
        email,
        to ->
            letters.confirmation(
                new Asked(to.value(), thread(request), null, words.language(), null), to));
  }
}
