package io.rejoinder.events;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Every topic: its name, and how it is kept. Nothing else in the platform spells a topic's name.
 *
 * <p>Command topics of comments and the topic of their states are co-partitioned: the same key has
 * the same partition number on each, which is what gives each comment one owner.
 */
public final class Topics {

  /** Reviews, for anyone. Key: review id. */
  public static final String REVIEWS_PUBLISHED = "reviews.published.v1";

  /** Approved comments, for anyone. Key: comment id; partitioned by thread. */
  public static final String COMMENTS_PUBLISHED = "comments.published.v1";

  /** What authors ask for: submit, revise, withdraw, erase. Key: comment id. */
  public static final String COMMENTS_SUBMITTED = "comments.submitted.v1";

  /** What moderators ask for: decide, undo. Key: comment id. */
  public static final String COMMENTS_JUDGED = "comments.judged.v1";

  /** Comments from other systems. Key: comment id. */
  public static final String COMMENTS_IMPORTED = "comments.imported.v1";

  /** The state of every comment, written by the owner of its partition alone. Key: comment id. */
  public static final String COMMENTS_MODERATED = "comments.moderated.v1";

  /** Threads of pages that are not reviews, and settings of single threads. Key: thread id. */
  public static final String THREADS_OPENED = "threads.opened.v1";

  /** Who is told of new comments by e-mail. Key: keyed hash of the address and what is followed. */
  public static final String THREADS_FOLLOWED = "threads.followed.v1";

  /**
   * Which readers like which comments. Key: comment id and reader, partitioned by {@link
   * #partitionOfLikes}.
   */
  public static final String COMMENTS_LIKED = "comments.liked.v1";

  /** The accounts of moderators and administrators. Key: account id. */
  public static final String ACCOUNTS = "moderation.accounts.v1";

  /** Who signed in to the console, and which sessions were ended. Key: session id. */
  public static final String SESSIONS = "moderation.sessions.v1";

  /** The tokens of the API, with hashes of their secrets. Key: token id. */
  public static final String TOKENS = "moderation.tokens.v1";

  /** What moderators hold of authors. Key: what the author is told by. */
  public static final String AUTHORS = "moderation.authors.v1";

  /**
   * Each version of what screening goes by, every one for ever. Key: site and version; one
   * partition, as versions have an order.
   */
  public static final String SETTINGS = "moderation.settings.v1";

  /**
   * Decisions of people, automatic rejections, settings, accounts, sessions; hash-chained. One
   * partition.
   */
  public static final String AUDITED = "moderation.audited.v1";

  /** What human decisions teach the learned model, numbered. One partition. Key: the decision. */
  public static final String EXAMPLES = "moderation.examples.v1";

  /** Which comments moderators have in hand. One partition, so that the first one is known. */
  public static final String LEASED = "comments.leased.v1";

  /**
   * What is said of comments that are kept elsewhere, on its way to the examples. One partition, as
   * one instance folds it. Key: comment id.
   */
  public static final String TAUGHT = "moderation.taught.v1";

  /** Topics that any service outside may read. */
  public static final Set<String> PUBLIC = Set.of(REVIEWS_PUBLISHED, COMMENTS_PUBLISHED);

  /**
   * Partitions of every keyed topic: how many owners can share the work. More cannot be had later
   * without moving keys, six serve a laptop and three brokers alike.
   */
  public static final int PARTITIONS = 6;

  /** Leases end within minutes. */
  private static final Duration LEASES_KEPT = Duration.ofHours(1);

  /** The longest that a session can last. */
  public static final Duration SESSIONS_KEPT = Duration.ofDays(30);

  private static final Duration COMMANDS_KEPT = Duration.ofDays(30);
  private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(7);

  /** What was erased is gone from the topics' files within this time, unless an operator says. */
  public static final Duration ERASED_WITHIN = Duration.ofDays(7);

  /**
   * The parts of that time: a file is written to for one, so that it is closed after two with a
   * {@link Tick} each; then it may wait for the cleaner for four, and what is left is the
   * cleaner's.
   */
  private static final int PARTS = 7;

  private static final int UNCLEANED_PARTS = 4;

  /** The compacted topics of states, partitioned by key. */
  public static final List<String> STATES =
      List.of(
          REVIEWS_PUBLISHED,
          COMMENTS_PUBLISHED,
          COMMENTS_MODERATED,
          COMMENTS_LIKED,
          ACCOUNTS,
          TOKENS,
          AUTHORS,
          THREADS_OPENED,
          THREADS_FOLLOWED);

  /** The topics of commands, each with one group of readers: the owners of their comments. */
  public static final List<String> COMMANDS =
      List.of(COMMENTS_SUBMITTED, COMMENTS_JUDGED, COMMENTS_IMPORTED);

  private Topics() {}

  /** Where records of this topic go that cannot be read at all. */
  public static String deadLettersOf(String topic) {
    return topic + ".dead";
  }

  /**
   * The partition of {@link #COMMENTS_PUBLISHED} on which a thread lives: FNV-1a (32 bits, <a
   * href="https://datatracker.ietf.org/doc/draft-eastlake-fnv/">draft-eastlake-fnv</a>) of the
   * thread's UTF-8 bytes, modulo the number of partitions. Part of the contract.
   */
  public static int partitionOfThread(String thread, int partitions) {
    int hash = 0x811c9dc5;
    for (byte b : thread.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x01000193;
    }
    return Integer.remainderUnsigned(hash, partitions);
  }

  /**
   * The partition of {@link #COMMENTS_LIKED} on which the likes of a comment lie: the same hash of
   * the comment's id.
   */
  public static int partitionOfLikes(String comment, int partitions) {
    return partitionOfThread(comment, partitions);
  }

  /** The declaration of every topic. */
  public static List<NewTopic> all(short replicationFactor) {
    Stream<NewTopic> states =
        STATES.stream().map(name -> topic(name, PARTITIONS, replicationFactor, compacted()));
    Stream<NewTopic> commands =
        COMMANDS.stream().map(name -> topic(name, PARTITIONS, replicationFactor, commands()));
    Stream<NewTopic> deadLetters =
        Stream.concat(COMMANDS.stream(), STATES.stream())
            .map(name -> topic(deadLettersOf(name), 1, replicationFactor, kept(DEAD_LETTERS_KEPT)));
    NewTopic audited =
        topic(AUDITED, 1, replicationFactor, Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
    NewTopic settings = topic(SETTINGS, 1, replicationFactor, compacted());
    NewTopic examples = topic(EXAMPLES, 1, replicationFactor, compacted());
    NewTopic sessions = topic(SESSIONS, 1, replicationFactor, kept(SESSIONS_KEPT));
    NewTopic leased = topic(LEASED, 1, replicationFactor, kept(LEASES_KEPT));
    NewTopic taught = topic(TAUGHT, 1, replicationFactor, commands());
    return Stream.of(
            states,
            commands,
            deadLetters,
            Stream.of(settings, audited, examples, leased, sessions, taught))
        .flatMap(topics -> topics)
        .toList();
  }

  /**
   * Creates the topics that do not exist; leaves those that do as they are.
   *
   * @throws IllegalStateException if the broker does not answer within the bound or refuses
   */
  public static void createMissing(Admin admin, short replicationFactor, Duration bound) {
    try {
      Set<String> there = admin.listTopics().names().get(bound.toMillis(), TimeUnit.MILLISECONDS);
      List<NewTopic> missing =
          all(replicationFactor).stream().filter(topic -> !there.contains(topic.name())).toList();
      for (var created : admin.createTopics(missing).values().values()) {
        awaitCreated(created, bound);
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("topics could not be created within " + bound, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while topics were created", e);
    }
  }

  private static void awaitCreated(
      org.apache.kafka.common.KafkaFuture<Void> created, Duration bound)
      throws InterruptedException, ExecutionException, TimeoutException {
    try {
      created.get(bound.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      // Another instance that starts at the same time was quicker.
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private static NewTopic topic(
      String name, int partitions, short replicationFactor, Map<String, String> config) {
    return new NewTopic(name, partitions, replicationFactor).configs(config);
  }

  /**
   * How soon topics forget what was erased: to be set on those that exist where it is not {@link
   * #ERASED_WITHIN}.
   *
   * @param within the whole time
   * @return by topic, the settings that follow from it
   */
  public static Map<String, Map<String, String>> forgetting(Duration within) {
    Map<String, Map<String, String>> all = new HashMap<>();
    STATES.forEach(topic -> all.put(topic, cleaned(within)));
    all.put(EXAMPLES, cleaned(within));
    COMMANDS.forEach(topic -> all.put(topic, rolled(within)));
    return all;
  }

  /** How long a file is written to, and so the time between two ticks. */
  public static Duration part(Duration within) {
    return within.dividedBy(PARTS);
  }

  private static Map<String, String> rolled(Duration within) {
    return Map.of(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(part(within).toMillis()));
  }

  private static Map<String, String> cleaned(Duration within) {
    long lag = part(within).multipliedBy(UNCLEANED_PARTS).toMillis();
    Map<String, String> all = new HashMap<>(rolled(within));
    all.put(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, Long.toString(lag));
    return all;
  }

  private static Map<String, String> compacted() {
    Map<String, String> all = new HashMap<>(cleaned(ERASED_WITHIN));
    all.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    return all;
  }

  private static Map<String, String> commands() {
    Map<String, String> all = new HashMap<>(rolled(ERASED_WITHIN));
    all.putAll(kept(COMMANDS_KEPT));
    return all;
  }

  private static Map<String, String> kept(Duration time) {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        TopicConfig.CLEANUP_POLICY_DELETE,
        TopicConfig.RETENTION_MS_CONFIG,
        Long.toString(time.toMillis()));
  }
}
