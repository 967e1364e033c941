package io.rejoinder.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.BsonRegularExpression;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.MaxKey;
import org.bson.types.MinKey;
import org.bson.types.ObjectId;
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

  @Test
  void readsPastFieldsOfEveryKind() {
    List<Document> kinds = IntStream.range(0, 30).mapToObj(EmbeddedBackendTest::everyKind).toList();
    both(books -> books.insertMany(kinds));

    same(eq("last", "x1"));
    same(and(eq("shelf", "a"), eq("sub.deep.n", 7)));
    same(or(eq("last", "x1"), gt("long", 20L)));
    same(and(eq("shelf", "a"), exists("none", false)));
    assertThat(whole(indexed.find(eq("_id", "4")))).containsExactly(kinds.get(4));
    assertThat(
            whole(
                indexed
                    .find(and(eq("shelf", "a"), eq("last", "x1")))
                    .sort(Sorts.descending("sub.deep.n"))
                    .skip(1)
                    .limit(2)
                    .projection(Projections.include("sub.deep", "date"))))
        .extracting(document -> document.getString("_id"), document -> document.keySet())
        .containsExactly(
            tuple("25", Set.of("_id", "sub", "date")), tuple("22", Set.of("_id", "sub", "date")));
  }

  private static Document everyKind(int i) {
    return new Document("_id", Integer.toString(i))
        .append("null", null)
        .append("boolean", true)
        .append("int", i)
        .append("long", (long) i)
        .append("double", i + 0.5)
        .append("date", Date.from(Instant.ofEpochMilli(i)))
        .append("timestamp", new BsonTimestamp(i, 1))
        .append("object", new ObjectId(i, i))
        .append("bytes", new Binary(new byte[] {0, 1, 2}))
        .append("decimal", Decimal128.parse("1.5"))
        .append("pattern", new BsonRegularExpression("a.b", "i"))
        .append("least", new MinKey())
        .append("most", new MaxKey())
        .append("list", List.of(1, "two", new Document("three", 3)))
        .append("sub", new Document("deep", new Document("n", i)))
        .append("text", "caf\u00e9 \u0000 \ud83c\udfac")
        .append("shelf", "a")
        .append("last", "x" + i % 3);
  }

  private static List<Document> whole(Publisher<Document> found) {
    return Flux.from(found).collectList().block();
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
