package io.rejoinder.review.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.review.ReviewState;
import io.rejoinder.projection.MongoEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every store of reviews does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReviewsContract {

  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final Instant DAY = Instant.parse("2020-01-01T00:00:00Z");

  private final MongoEngine engine;
  private final MongoClient client;
  private final MongoDatabase database;
  private final Reviews reviews;

  ReviewsContract(MongoEngine engine) {
    this.engine = engine;
    this.client = MongoClients.create(engine.uri());
    this.database = client.getDatabase("reviews_contract");
    this.reviews = new MongoReviews(database);
  }

  @AfterAll
  void end() {
    client.close();
    engine.close();
  }

  @BeforeEach
  void empty() {
    Mono.from(database.drop()).then(ReviewIndexes.create(database)).block(BOUND);
  }

  static ReviewState review(int number, long version, String title, Instant publishedAt) {
    return new ReviewState(
        new ThreadId("review-%03d".formatted(number)),
        version,
        ReviewState.Status.PUBLISHED,
        "slug-" + number,
        title,
        "Stalker (1979)",
        "Mira",
        "<p>Text of " + title + "</p>",
        null,
        true,
        null,
        publishedAt,
        publishedAt);
  }

  private void store(ReviewState... states) {
    reviews.store(List.of(states)).block(BOUND);
  }

  private @org.jspecify.annotations.Nullable Review stored(int number) {
    return reviews.bySlug("slug-" + number).block(BOUND);
  }

  @Test
  void storedReviewIsFoundBySlugAndById() {
    store(review(1, 1, "One", DAY));

    Review review = stored(1);
    assertThat(review).isNotNull();
    assertThat(review.title()).isEqualTo("One");
    assertThat(review.summary()).isEqualTo("Text of One");
    assertThat(review.publishedAt()).isEqualTo(DAY);
    assertThat(reviews.byId(review.id()).block(BOUND)).isEqualTo(review);
    assertThat(reviews.bySlug("slug-2").blockOptional(BOUND)).isEmpty();
  }

  @Test
  void newerVersionReplacesOlder() {
    store(review(1, 1, "One", DAY));
    store(review(1, 2, "Two", DAY));

    assertThat(stored(1)).extracting("title").isEqualTo("Two");
  }

  @Test
  void olderVersionChangesNothing() {
    store(review(1, 2, "Two", DAY));
    store(review(1, 1, "One", DAY), review(2, 1, "Other", DAY));

    assertThat(stored(1)).extracting("title").isEqualTo("Two");
    assertThat(stored(2)).extracting("title").isEqualTo("Other");
  }

  @Test
  void redeliveredStateIsStoredOnce() {
    store(review(1, 1, "One", DAY));
    store(review(1, 1, "One", DAY));

    assertThat(reviews.newest(null, 10).collectList().block(BOUND)).hasSize(1);
  }

  @Test
  void newestOfABatchCounts() {
    store(review(1, 1, "One", DAY), review(1, 3, "Three", DAY), review(1, 2, "Two", DAY));

    assertThat(stored(1)).extracting("title").isEqualTo("Three");
  }

  @Test
  void withdrawnReviewIsNotFound() {
    ReviewState one = review(1, 1, "One", DAY);
    store(one);
    store(
        new ReviewState(
            one.id(),
            2,
            ReviewState.Status.WITHDRAWN,
            one.slug(),
            one.title(),
            null,
            one.critic(),
            "",
            null,
            false,
            null,
            DAY,
            DAY));

    assertThat(stored(1)).isNull();
    assertThat(reviews.newest(null, 10).collectList().block(BOUND)).isEmpty();
  }

  @Test
  void pagesTogetherAreTheWholeListInOrder() {
    // Three share each time, so that pages end between equal times.
    reviews
        .store(
            IntStream.range(0, 20)
                .mapToObj(i -> review(i, 1, "Title " + i, DAY.plusSeconds(i / 3)))
                .toList())
        .block(BOUND);

    List<String> paged = new ArrayList<>();
    ListPlace place = null;
    List<ListedReview> page = page(place);
    while (!page.isEmpty()) {
      page.forEach(review -> paged.add(review.slug()));
      place = page.get(page.size() - 1).place();
      assertThat(ListPlace.parse(place.key())).contains(place);
      page = page(place);
    }

    assertThat(paged)
        .containsExactlyElementsOf(
            IntStream.range(0, 20).map(i -> 19 - i).mapToObj(i -> "slug-" + i).toList());
  }

  private List<ListedReview> page(@org.jspecify.annotations.Nullable ListPlace after) {
    return java.util.Objects.requireNonNull(reviews.newest(after, 4).collectList().block(BOUND));
  }

  @Test
  void rebuiltStoreIsTheSame() {
    List<ReviewState> log =
        List.of(
            review(1, 1, "One", DAY),
            review(2, 1, "Two", DAY),
            review(1, 2, "One again", DAY),
            review(1, 2, "One again", DAY));
    log.forEach(this::store);
    List<Document> before = documents();
    Mono.from(database.drop()).block(BOUND);

    reviews.store(log).block(BOUND);

    assertThat(documents()).isEqualTo(before).hasSize(2);
  }

  private List<Document> documents() {
    return java.util.Objects.requireNonNull(
        Flux.from(
                database.getCollection(MongoReviews.COLLECTION).find().sort(new Document("_id", 1)))
            .collectList()
            .block(BOUND));
  }
}
