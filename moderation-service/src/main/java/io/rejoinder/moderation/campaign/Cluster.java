package io.rejoinder.moderation.campaign;

import io.rejoinder.moderation.window.Sighting;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The other comments of a post's campaign, within the window.
 *
 * @param campaign its id: that of its first comment, as windows know it; 0 for no campaign
 * @param size how many others there are, 256 at most
 * @param authors of how many authors
 * @param own how many are of the post's own author
 * @param threads in how many threads
 * @param elsewhere how many are not in the post's thread
 * @param similarity of the most similar one, as a share of common pieces; 0 if none is similar
 * @param contact what most comments of other authors have in common with it; null if none does
 * @param sharing how many authors beside its own name the same contact
 * @param alike how many of the others name it, too
 */
public record Cluster(
    long campaign,
    int size,
    int authors,
    int own,
    int threads,
    int elsewhere,
    double similarity,
    @Nullable Contact contact,
    int sharing,
    int alike) {

  /** No other comment. */
  static final Cluster NONE = new Cluster(0, 0, 0, 0, 0, 0, 0, null, 0, 0);

  static Cluster of(
      Post post, long campaign, double similarity, List<Sighting> members, Shared shared) {
    Set<Integer> authors = new HashSet<>();
    Set<Integer> threads = new HashSet<>();
    int own = 0;
    int elsewhere = 0;
    int alike = 0;
    for (Sighting member : members) {
      authors.add(member.author());
      threads.add(member.thread());
      own += member.author() == post.author() ? 1 : 0;
      elsewhere += member.thread() == post.thread() ? 0 : 1;
      alike += shared.comments().contains(member.comment()) ? 1 : 0;
    }
    return new Cluster(
        campaign,
        members.size(),
        authors.size(),
        own,
        threads.size(),
        elsewhere,
        similarity,
        shared.contact(),
        shared.authors(),
        alike);
  }
}
