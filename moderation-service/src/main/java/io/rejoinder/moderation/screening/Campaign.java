package io.rejoinder.moderation.screening;

import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Span;
import io.rejoinder.moderation.campaign.Campaigns;
import io.rejoinder.moderation.campaign.Cluster;
import io.rejoinder.moderation.campaign.Contact;
import io.rejoinder.moderation.campaign.Post;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Nearly the same text, or the same place to go, from other authors or in other threads lately. One
 * copy is little, as people answer twice by mistake; what speaks against a comment is how many
 * authors or threads its campaign has, the longer the text, the more. Short texts ("Thank you!")
 * and what stands in quotation marks are nobody's own and count for nothing.
 */
final class Campaign implements Screen {

  /** Nats for each doubling, by and large, of authors or threads with the same long text. */
  private static final double TEXT = 4.0;

  private static final double MOST_OF_TEXT = 8.0;

  /** Letters from which on nobody writes the same by chance. */
  private static final int LONG = 72;

  /** Likeness at which a copy counts for nothing, and from which on it counts whole. */
  private static final double UNLIKE = 0.4;

  private static final double LIKE = 0.8;

  /** A comment more of an author and thread that are counted already. */
  private static final double AGAIN = 0.25;

  /** Honest authors have domains in common, telephone numbers hardly. */
  private static final double DOMAIN = 0.8;

  private static final double MOST_OF_DOMAIN = 2.0;
  private static final double PHONE = 2.5;
  private static final double MOST_OF_PHONE = 6.0;

  private static final Map<String, String> ALONE =
      Map.of("size", "0", "authors", "0", "threads", "0", "sharing", "0");

  private final Duration length;
  private final Campaigns campaigns;
  private volatile @Nullable Seen last;

  Campaign(ScreeningProperties.Campaigns settings) {
    this.length = settings.window();
    this.campaigns = new Campaigns(settings.window(), settings.comments());
  }

  @Override
  public String name() {
    return "campaign";
  }

  @Override
  public Map<String, String> look(Subject subject) {
    Post post = post(subject);
    Cluster cluster = campaigns.look(post);
    if (cluster.campaign() == 0) {
      return ALONE;
    }
    Map<String, String> values = new HashMap<>();
    values.put("campaign", "%016x".formatted(cluster.campaign()));
    values.put("window", length.toString());
    values.put("letters", Integer.toString(post.letters()));
    values.put("size", Integer.toString(cluster.size()));
    values.put("authors", Integer.toString(cluster.authors()));
    values.put("own", Integer.toString(cluster.own()));
    values.put("threads", Integer.toString(cluster.threads()));
    values.put("elsewhere", Integer.toString(cluster.elsewhere()));
    values.put("similarity", Double.toString(cluster.similarity()));
    values.put("sharing", Integer.toString(cluster.sharing()));
    Contact contact = cluster.contact();
    if (contact != null) {
      values.put(contact.kind() == Contact.Kind.PHONE ? "phone" : "domain", contact.value());
      values.put("alike", Integer.toString(cluster.alike()));
    }
    return values;
  }

  /** Made once for looking at a subject and for taking note of it. */
  private Post post(Subject subject) {
    Seen seen = last;
    if (seen == null || !seen.subject().equals(subject)) {
      seen =
          new Seen(
              subject,
              Post.of(subject.sighting(), subject.canonical().text(), subject.references()));
      last = seen;
    }
    return seen.post();
  }

  @Override
  public void observe(Subject subject) {
    campaigns.observe(post(subject));
  }

  @Override
  public Evidence weigh(Subject subject, Map<String, String> values) {
    double weight = text(values) + contact(values);
    return new Evidence(name(), weight, CampaignWords.of(values), spans(subject, values), values);
  }

  private static double text(Map<String, String> values) {
    int size = Values.number(values, "size");
    int authors = Values.number(values, "authors") - (Values.number(values, "own") > 0 ? 1 : 0);
    boolean here = Values.number(values, "elsewhere") < size;
    int threads = Values.number(values, "threads") - (here ? 1 : 0);
    int spread = Math.max(authors, threads);
    double copies = spread + AGAIN * (size - spread);
    double length = share(Values.number(values, "letters"), Post.SHORTEST, LONG);
    double likeness = share(Values.decimal(values, "similarity"), UNLIKE, LIKE);
    return Math.min(MOST_OF_TEXT, TEXT * length * likeness * StrictMath.log1p(copies));
  }

  private static double share(double value, double none, double whole) {
    return Math.max(0, Math.min(1, (value - none) / (whole - none)));
  }

  private static double contact(Map<String, String> values) {
    double authors = StrictMath.log1p(Values.number(values, "sharing"));
    return values.containsKey("phone")
        ? Math.min(MOST_OF_PHONE, PHONE * authors)
        : Math.min(MOST_OF_DOMAIN, DOMAIN * authors);
  }

  private static List<Span> spans(Subject subject, Map<String, String> values) {
    return Values.number(values, "sharing") > 0
        ? Contact.among(subject.references()).stream()
            .filter(one -> values.containsValue(one.value()))
            .map(Contact::span)
            .toList()
        : List.of();
  }

  private record Seen(Subject subject, Post post) {}
}
