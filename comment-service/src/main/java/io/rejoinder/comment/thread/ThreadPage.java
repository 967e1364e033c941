package io.rejoinder.comment.thread;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.rejoinder.comment.live.CommentView;
import io.rejoinder.events.comment.CommentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of a thread as it is sent.
 *
 * @param thread the thread
 * @param open whether it takes comments
 * @param count how many comments readers see, in the whole thread
 * @param settings what holds for readers here
 * @param comments roots with their replies
 * @param next the key of the next page; null on the last
 * @param cursor where the thread's stream goes on
 */
@JsonPropertyOrder({"thread", "open", "count", "settings", "comments", "next", "cursor"})
record ThreadPage(
    String thread,
    boolean open,
    long count,
    SettingsView settings,
    List<CommentView> comments,
    @Nullable String next,
    String cursor) {

  /** Nested deeper than this, a reply stands beside its parent: JSON readers have bounds, too. */
  private static final int MAX_NESTING = 16;

  /** Roots with their replies below them; removed ones only where something visible is below. */
  static List<CommentView> tree(
      Collection<Comment> roots, Collection<Comment> replies, boolean omitted) {
    Map<CommentId, Node> nodes = new HashMap<>();
    List<Node> top = new ArrayList<>();
    for (Comment root : roots) {
      Node node = new Node(root, 0, null);
      nodes.put(root.id(), node);
      top.add(node);
    }
    List<Comment> byDepth = new ArrayList<>(replies);
    byDepth.sort(java.util.Comparator.comparingInt(ThreadPage::depth));
    for (Comment reply : byDepth) {
      Node parent = nodes.get(reply.parent());
      if (parent != null) {
        nodes.put(reply.id(), parent.add(reply));
      }
    }
    return top.stream().map(node -> node.view(omitted)).filter(ThreadPage::shows).toList();
  }

  private static int depth(Comment comment) {
    Place place = comment.place();
    return place == null ? Integer.MAX_VALUE : place.depth();
  }

  private static boolean shows(CommentView view) {
    return view.html() != null || (view.replies() != null && !view.replies().isEmpty());
  }

  private static final class Node {
    private final Comment comment;
    private final int depth;
    private final @Nullable Node parent;
    private final List<Node> replies = new ArrayList<>(2);

    Node(Comment comment, int depth, @Nullable Node parent) {
      this.comment = comment;
      this.depth = depth;
      this.parent = parent;
    }

    Node add(Comment reply) {
      Node above = depth < MAX_NESTING || parent == null ? this : parent;
      Node node = new Node(reply, above.depth + 1, above);
      above.replies.add(node);
      return node;
    }

    CommentView view(boolean omitted) {
      List<CommentView> below =
          replies.stream()
              .sorted(java.util.Comparator.comparing((Node it) -> it.comment.createdAt()))
              .map(node -> node.view(false))
              .filter(ThreadPage::shows)
              .toList();
      var shown = comment.shown();
      CommentId above = comment.parent();
      return new CommentView(
          comment.id().value(),
          null,
          above == null ? null : above.value(),
          comment.shownSince(),
          shown == null ? CommentView.REMOVED : CommentView.PUBLISHED,
          shown == null ? null : CommentView.Name.of(comment.author(), comment.verified()),
          shown == null ? null : comment.html(),
          comment.createdAt(),
          shown == null || shown.number() == 1 ? null : shown.at(),
          shown == null ? null : comment.likes().likes(),
          shown == null || comment.likes().tally() == 0 ? null : comment.likes().tally(),
          below,
          omitted ? true : null);
    }
  }
}
