package io.rejoinder.comment.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.Secret;
import io.rejoinder.events.comment.CommentId;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class TicketsTest {

  private final Tickets tickets =
      new Tickets(Secret.of(Base64.getEncoder().encodeToString(new byte[32])));
  private final Draft draft = new Draft("text", new Draft.Person("Ada", null), null, null, null);

  @Test
  void aRetryIsTheSameComment() {
    assertThat(tickets.id("film", "key", draft)).isEqualTo(tickets.id("film", "key", draft));
  }

  @Test
  void threadKeyAndContentEachMakeAnother() {
    CommentId id = tickets.id("film", "key", draft);

    assertThat(tickets.id("other", "key", draft)).isNotEqualTo(id);
    assertThat(tickets.id("film", "other", draft)).isNotEqualTo(id);
    assertThat(tickets.id("film", "key", new Draft("other", draft.author(), null, null, null)))
        .isNotEqualTo(id);
    assertThat(
            tickets.id(
                "film", "key", new Draft("textAda", new Draft.Person("", null), null, null, null)))
        .isNotEqualTo(id);
  }

  @Test
  void withoutAKeyEachPostIsOneOfItsOwn() {
    assertThat(tickets.id("film", null, draft)).isNotEqualTo(tickets.id("film", null, draft));
  }

  @Test
  void aTokenFitsItsSubmissionAlone() {
    CommentId id = tickets.id("film", "key", draft);
    CommentId other = tickets.id("film", "other", draft);
    String bearer = "Bearer " + tickets.token(id);

    assertThat(tickets.fits(bearer, id.value())).isTrue();
    assertThat(tickets.fits(bearer, other.value())).isFalse();
    assertThat(tickets.fits(tickets.token(id), id.value())).isFalse();
    assertThat(tickets.fits(bearer, "../" + id.value())).isFalse();
    assertThat(tickets.fits("Bearer ", id.value())).isFalse();
  }
}
