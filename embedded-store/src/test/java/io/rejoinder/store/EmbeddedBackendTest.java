package io.rejoinder.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the indexes find is what a scan finds: each question is asked with and without them. */
class EmbeddedBackendTest {

  private static final List<String> SHELVES = List.of("a", "b", "c", "d");

  private final MongoServer server = new MongoServer(new EmbeddedBackend());
  private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());
  private final MongoCollection<Document> indexed =
      client.getDatabase("test").getCollection("indexed");
  private final MongoCollection<Document> scanned =
      client.getDatabase("test").getCollection("scanned");

  @BeforeEach
  void index() {
    await(indexed.createIndex(Indexes.ascending("shelf", "number")));
    await(indexed.createIndex(Indexes.ascending("owner")));
  }

  @AfterEach
  void close() {
    client.close();
    server.shutdownNow();
  }

  @Test
  void findsWhatAScanFinds() {
    fill(200);

    same(eq("shelf", "b"));
    same(and(eq("shelf", "b"), gt("number", 100)));
    same(and(gt("number", 20), in("shelf", "a", "d", "none"), lt("number", 150)));
    same(eq("shelf", "none"));
    same(eq("shelf", null));
    same(in("shelf", "a", null));
    same(and(eq("_id", "id7"), lt("number", 8)));
    same(and(eq("_id", "id7"), lt("number", 7)));
    same(in("_id", "id7", "id9", "none"));
    same(and(in("_id", "id7", "id9"), lt("_id", "id8")));
    same(eq("tags", "x"));
  }

  @Test
  void findsWhatAScanFindsAfterAnyChange() {
    fill(120);
    Random random = new Random(7);

    for (int round = 0; round < 60; round++) {
      String id = "id" + random.nextInt(120);
      String shelf = SHELVES.get(random.nextInt(SHELVES.size()));
      both(
          switch (random.nextInt(4)) {
            case 0 -> books -> books.deleteOne(eq("_id", id));
            case 1 -> books -> books.deleteMany(and(eq("shelf", shelf), lt("number", 10)));
            case 2 -> books -> books.updateOne(eq("_id", id), Updates.unset("shelf"));
            default -> books -> books.updateOne(eq("_id", id), Updates.set("shelf", shelf));
          });
      if (round % 10 == 9) {
        both(books -> books.insertOne(new Document("_id", "late" + id).append("shelf", shelf)));
      }
      SHELVES.forEach(each -> same(eq("shelf", each)));
    }
  }

  @Test
  void aFieldThatHoldsSomethingElseThanATextIsFound() {
    both(books -> books.insertOne(book("1", List.of("a", "b"))));
    both(books -> books.insertOne(book("2", "a")));
    both(books -> books.insertOne(book("3", 3)));

    same(eq("shelf", "a"));
    same(eq("shelf", 3));
    assertThat(ids(indexed, eq("shelf", "a"))).containsExactly("1", "2");
  }

  @Test
  void aCollectionThatWasDroppedIsEmptyAndTakesItsIndexesAgain() {
    fill(20);
    both(books -> books.drop());
    await(indexed.createIndex(Indexes.ascending("shelf", "number")));
    fill(30);

    same(eq("shelf", "a"));
    assertThat(ids(indexed, eq("shelf", "a"))).isNotEmpty();
  }

  @Test
  void anIndexThatComesLaterKnowsWhatWasThereBefore() {
    fill(40);
    await(indexed.createIndex(Indexes.ascending("title")));

    same(eq("title", "title3"));
    assertThat(ids(indexed, eq("title", "title3"))).isNotEmpty();
  }

  private interface Change {
    Publisher<?> on(MongoCollection<Document> books);
  }

  private void both(Change change) {
    await(change.on(indexed));
    await(change.on(scanned));
  }

  private void fill(int books) {
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < books; i++) {
      documents.add(
          book("id" + i, SHELVES.get(i % SHELVES.size()))
              .append("number", i)
              .append("title", "title" + i % 7)
              .append("tags", List.of("x", "y")));
    }
    Collections.shuffle(documents, new Random(1));
    both(each -> each.insertMany(documents));
  }

  private static Document book(String id, Object shelf) {
    return new Document("_id", id).append("shelf", shelf);
  }

  private void same(Bson filter) {
    List<String> expected = ids(scanned, filter);
    assertThat(ids(indexed, filter)).as("%s", filter).isEqualTo(expected);
    assertThat(await(indexed.countDocuments(filter))).isEqualTo(expected.size());
  }

  private static List<String> ids(MongoCollection<Document> books, Bson filter) {
    return Flux.from(books.find(filter).sort(Sorts.ascending("_id")))
        .map(book -> book.getString("_id"))
        .collectList()
        .block();
  }

  @SuppressWarnings("NullAway") // Null where the answer is that something is done.
  private static <T> T await(Publisher<T> answer) {
    return Mono.from(answer).block();
  }
}
