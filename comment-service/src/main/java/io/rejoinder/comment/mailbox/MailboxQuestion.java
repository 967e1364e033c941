package io.rejoinder.comment.mailbox;

import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.mail.Asking;
import io.rejoinder.comment.rate.PeerAddress;
import io.rejoinder.comment.rendering.EmailPage;
import io.rejoinder.comment.rendering.Words;
import java.util.Optional;
import org.springframework.web.reactive.function.server.ServerRequest;

/** Which address the link is to be sent to. */
record MailboxQuestion(Asking asking, MailboxLinks links, PeerAddress peer)
    implements EmailPage.Question {

  static final String PATH = "/your-data";

  @Override
  public boolean on(ServerRequest request) {
    return asking.on();
  }

  @Override
  public String about(ServerRequest request) {
    return "";
  }

  @Override
  public Optional<Problem> ask(ServerRequest request, Words words, String email) {
    String from = peer.of(request.exchange().getRequest());
    return asking.ask(from, email, to -> links.letter(to, words));
  }
}
