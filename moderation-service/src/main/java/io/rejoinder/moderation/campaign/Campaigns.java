package io.rejoinder.moderation.campaign;

import io.rejoinder.moderation.window.Sighting;
import io.rejoinder.moderation.window.Window;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The comments of the last hours, by campaign. A comment belongs to the campaign of the text that
 * is most like its own; else to that of the newest comment of another author with the same contact;
 * else it is the first of its own.
 *
 * <p>Takes about 240 bytes for each comment that is remembered, from the beginning. Threadsafe;
 * what a look costs does not depend on how much is remembered, and it waits for another one for
 * some microseconds at most.
 */
public final class Campaigns {

  /** Of one campaign or contact: beyond that more makes no difference. */
  private static final int MOST = 256;

  private final SimilarTexts texts;
  private final Window members;
  private final Window contacts;
  private @Nullable Sketch lastSketch;
  private long lastComment;
  private SimilarTexts.@Nullable Match lastMatch;

  /**
   * No comments yet.
   *
   * @param length how long a comment counts
   * @param comments how many are remembered; rounded up to a power of two, at most 2^19
   */
  public Campaigns(Duration length, int comments) {
    this.members = new Window(length, comments, MOST);
    this.contacts = new Window(length, comments, MOST);
    this.texts = new SimilarTexts(length, members.capacity());
  }

  /** The other comments of this one's campaign. */
  public synchronized Cluster look(Post post) {
    SimilarTexts.Match match = match(post);
    Shared shared = shared(post);
    if (match == null && shared.contact() == null) {
      return Cluster.NONE;
    }
    long campaign = match == null ? shared.campaign() : match.campaign();
    double similarity = match == null ? 0 : match.similarity();
    List<Sighting> others = members.before(campaign, post.comment(), post.at());
    return Cluster.of(post, campaign, similarity, others, shared);
  }

  /** Takes note of a comment, the same one any number of times. */
  public synchronized void observe(Post post) {
    if (post.sketch() == null && post.contacts().isEmpty()) {
      return;
    }
    long campaign = campaignOf(post);
    if (post.sketch() != null) {
      texts.add(post.sketch(), post.comment(), campaign, post.at());
    }
    Sighting sighting = post.sighting().marked(campaign);
    members.put(campaign, sighting);
    post.contacts().forEach(contact -> contacts.put(keyOf(contact), sighting));
  }

  private long campaignOf(Post post) {
    SimilarTexts.Match match = match(post);
    if (match != null) {
      return match.campaign();
    }
    long shared = shared(post).campaign();
    return shared == 0 ? post.comment() : shared;
  }

  /** A post is looked at and then taken note of: its match is found once. */
  private SimilarTexts.@Nullable Match match(Post post) {
    Sketch sketch = post.sketch();
    if (sketch == null) {
      return null;
    }
    if (sketch != lastSketch || post.comment() != lastComment) {
      lastMatch = texts.find(sketch, post.comment(), post.at());
      lastSketch = sketch;
      lastComment = post.comment();
    }
    return lastMatch;
  }

  /** The contact that most other authors name. */
  private Shared shared(Post post) {
    Shared most = Shared.NOTHING;
    for (Contact contact : post.contacts()) {
      Shared one =
          Shared.of(post, contact, contacts.before(keyOf(contact), post.comment(), post.at()));
      if (one.authors() > most.authors()) {
        most = one;
      }
    }
    return most;
  }

  private static long keyOf(Contact contact) {
    return Window.keyOf(contact.kind().name(), contact.value());
  }
}
