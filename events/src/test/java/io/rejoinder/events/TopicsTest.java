package io.rejoinder.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicsTest {

  private static final String THIRTY_DAYS = "2592000000";
  private static final String SEVEN_DAYS = "604800000";

  private final Map<String, NewTopic> declared =
      Topics.all((short) 1).stream().collect(Collectors.toMap(NewTopic::name, Function.identity()));

  @Test
  void theNamesAreTheContract() {
    assertThat(declared)
        .containsOnlyKeys(
            "reviews.published.v1",
            "comments.published.v1",
            "comments.submitted.v1",
            "comments.judged.v1",
            "comments.imported.v1",
            "comments.moderated.v1",
            "comments.liked.v1",
            "comments.liked.v1.dead",
            "moderation.accounts.v1",
            "moderation.sessions.v1",
            "moderation.tokens.v1",
            "moderation.authors.v1",
            "moderation.authors.v1.dead",
            "moderation.tokens.v1.dead",
            "threads.opened.v1",
            "comments.leased.v1",
            "threads.followed.v1",
            "threads.followed.v1.dead",
            "moderation.settings.v1",
            "moderation.audited.v1",
            "moderation.examples.v1",
            "moderation.taught.v1",
            "reviews.published.v1.dead",
            "comments.published.v1.dead",
            "comments.submitted.v1.dead",
            "comments.judged.v1.dead",
            "comments.imported.v1.dead",
            "comments.moderated.v1.dead",
            "moderation.accounts.v1.dead",
            "threads.opened.v1.dead");
    assertThat(Topics.PUBLIC)
        .containsExactlyInAnyOrder("reviews.published.v1", "comments.published.v1");
  }

  @Test
  void everyNameIsDeclared() throws IllegalAccessException {
    for (Field constant : Topics.class.getDeclaredFields()) {
      if (constant.getType() == String.class && Modifier.isPublic(constant.getModifiers())) {
        assertThat(declared).containsKey(String.valueOf(constant.get(null)));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "reviews.published.v1, 6, compact",
    "comments.published.v1, 6, compact",
    "comments.moderated.v1, 6, compact",
    "comments.liked.v1, 6, compact",
    "moderation.accounts.v1, 6, compact",
    "moderation.tokens.v1, 6, compact",
    "threads.opened.v1, 6, compact",
    "threads.followed.v1, 6, compact",
    "moderation.settings.v1, 1, compact",
    "moderation.examples.v1, 1, compact",
    "moderation.sessions.v1, 1, delete",
    "moderation.taught.v1, 1, delete",
    "comments.submitted.v1, 6, delete",
    "comments.judged.v1, 6, delete",
    "comments.imported.v1, 6, delete",
    "comments.submitted.v1.dead, 1, delete",
  })
  void isPartitionedAndCleanedAsDocumented(String topic, int partitions, String policy) {
    assertThat(spec(topic).numPartitions()).isEqualTo(partitions);
    assertThat(spec(topic).configs()).containsEntry("cleanup.policy", policy);
  }

  @Test
  void commandsAreKeptThirtyDaysAndDeadLettersSeven() {
    for (String topic : List.of("comments.submitted.v1", "comments.judged.v1")) {
      assertThat(spec(topic).configs()).containsEntry("retention.ms", THIRTY_DAYS);
      assertThat(spec(Topics.deadLettersOf(topic)).configs())
          .containsEntry("retention.ms", SEVEN_DAYS);
    }
  }

  @Test
  void whatAStateReplacedIsGoneWithinSevenDays() {
    assertThat(declared.values())
        .filteredOn(topic -> "compact".equals(topic.configs().get("cleanup.policy")))
        .hasSize(11)
        .allSatisfy(
            topic ->
                assertThat(
                        closedAfter(topic.configs())
                            .plus(millis(topic.configs(), "max.compaction.lag.ms")))
                    .isLessThan(Topics.ERASED_WITHIN));
  }

  /** With a tick in each part: begun just after one, it is closed by the one after the next. */
  private static Duration closedAfter(Map<String, String> configs) {
    return millis(configs, "segment.ms").plus(Topics.part(Topics.ERASED_WITHIN));
  }

  private static Duration millis(Map<String, String> configs, String name) {
    return Duration.ofMillis(Long.parseLong(String.valueOf(configs.get(name))));
  }

  @Test
  void anotherTimeForErasureShortensAllPartsAlike() {
    Map<String, Map<String, String>> times = Topics.forgetting(Duration.ofSeconds(7));

    assertThat(times).containsKeys("comments.moderated.v1", "comments.published.v1");
    assertThat(times.get("comments.moderated.v1"))
        .isEqualTo(Map.of("segment.ms", "1000", "max.compaction.lag.ms", "4000"));
    assertThat(times.get("comments.submitted.v1")).isEqualTo(Map.of("segment.ms", "1000"));
  }

  @Test
  void theAuditIsOnePartitionKeptForEver() {
    assertThat(spec("moderation.audited.v1").numPartitions()).isEqualTo(1);
    assertThat(spec("moderation.audited.v1").configs()).containsEntry("retention.ms", "-1");
  }

  @Test
  void whatOneOwnerFoldsIsPartitionedAlike() {
    assertThat(
            List.of(
                "comments.submitted.v1",
                "comments.judged.v1",
                "comments.imported.v1",
                "comments.moderated.v1"))
        .extracting(topic -> spec(topic).numPartitions())
        .containsOnly(Topics.PARTITIONS);
  }

  @Test
  void theReplicationFactorIsTheInstallations() {
    assertThat(Topics.all((short) 3))
        .extracting(NewTopic::replicationFactor)
        .containsOnly((short) 3);
  }

  /** The first three are test vectors of the hash itself (0x811c9dc5, 0xe40c292c, 0xbf9cf968). */
  @ParameterizedTest
  @CsvSource({
    "'', 1",
    "a, 4",
    "foobar, 4",
    "the-long-goodbye-1973, 2",
    "1, 4",
    "2, 1",
  })
  void aThreadStaysOnItsPartition(String thread, int partition) {
    assertThat(Topics.partitionOfThread(thread, 6)).isEqualTo(partition);
  }

  @Test
  void theHashCountsWithoutSign() {
    assertThat(Topics.partitionOfThread("foobar", Integer.MAX_VALUE))
        .isEqualTo((int) (0xbf9cf968L % Integer.MAX_VALUE));
  }

  @Test
  void threadsSpreadOverAllPartitions() {
    int[] threads = new int[Topics.PARTITIONS];
    for (int i = 0; i < 6000; i++) {
      threads[Topics.partitionOfThread("review-" + i, Topics.PARTITIONS)]++;
    }

    assertThat(Arrays.stream(threads).boxed()).allSatisfy(n -> assertThat(n).isBetween(800, 1200));
  }

  private NewTopic spec(String topic) {
    return declared.getOrDefault(topic, new NewTopic("none of " + topic, 0, (short) 0));
  }
}
