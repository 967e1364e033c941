package io.rejoinder.comment.thread;

import static io.rejoinder.comment.States.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.comment.States;
import io.rejoinder.comment.live.CommentView;
import io.rejoinder.events.comment.CommentState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadPageTest {

  private static final Place UNDER_ONE = new Place(id(1), 1);

  @Test
  void repliesStandBelowTheirParents() {
    List<CommentView> views =
        ThreadPage.tree(
            List.of(root(States.of(1, "film").approved(1))),
            List.of(
                reply(3, 2, new Place(id(1), 2)), reply(4, 1, UNDER_ONE), reply(2, 1, UNDER_ONE)),
            false);

    CommentView root = views.get(0);
    assertThat(root.replies()).extracting(CommentView::id).containsExactly(hex(2), hex(4));
    assertThat(root.replies().get(0).replies()).extracting(CommentView::id).containsExactly(hex(3));
  }

  @Test
  void aRemovedCommentIsAPlaceholderOnlyAboveSomethingVisible() {
    Comment removed = root(States.of(1, "film").removed(2));

    List<CommentView> withReply =
        ThreadPage.tree(List.of(removed), List.of(reply(2, 1, UNDER_ONE)), false);
    List<CommentView> alone = ThreadPage.tree(List.of(removed), List.of(), false);

    assertThat(withReply.get(0).status()).isEqualTo("removed");
    assertThat(withReply.get(0).author()).isNull();
    assertThat(withReply.get(0).html()).isNull();
    assertThat(alone).isEmpty();
  }

  @Test
  void aBranchOfRemovedCommentsIsNotShown() {
    Comment removed = root(States.of(1, "film").removed(2));
    Comment below = Comment.of(States.of(2, "film").replyTo(id(1)).removed(2)).at(UNDER_ONE);

    assertThat(ThreadPage.tree(List.of(removed), List.of(below), false)).isEmpty();
  }

  @Test
  void whatIsNestedTooDeepStandsBesideItsParent() {
    List<Comment> chain = new ArrayList<>();
    for (int number = 2; number <= 40; number++) {
      chain.add(reply(number, number - 1, new Place(id(1), number - 1)));
    }

    List<CommentView> views =
        ThreadPage.tree(List.of(root(States.of(1, "film").approved(1))), chain, false);

    assertThat(depth(views)).isEqualTo(17);
    assertThat(count(views)).isEqualTo(40);
  }

  @Test
  void omittedRepliesAreSaid() {
    List<CommentView> views =
        ThreadPage.tree(List.of(root(States.of(1, "film").approved(1))), List.of(), true);

    assertThat(views.get(0).repliesOmitted()).isTrue();
  }

  private static int depth(List<CommentView> views) {
    return views.stream().mapToInt(view -> 1 + depth(replies(view))).max().orElse(0);
  }

  private static int count(List<CommentView> views) {
    return views.stream().mapToInt(view -> 1 + count(replies(view))).sum();
  }

  private static List<CommentView> replies(CommentView view) {
    List<CommentView> replies = view.replies();
    return replies == null ? List.of() : replies;
  }

  private static Comment root(CommentState state) {
    return Comment.of(state);
  }

  private static Comment reply(int number, int parent, Place place) {
    return Comment.of(States.of(number, "film").replyTo(id(parent)).approved(1)).at(place);
  }

  private static String hex(int number) {
    return id(number).value();
  }
}
