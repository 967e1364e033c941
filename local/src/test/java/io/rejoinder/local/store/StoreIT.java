package io.rejoinder.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.rejoinder.local.data.DataFolder;
import io.rejoinder.local.port.Ports;
import io.rejoinder.local.refusal.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

class StoreIT {

  private final DataFolder folder;

  StoreIT(@TempDir Path temporary) {
    folder = DataFolder.open(temporary);
  }

  @Test
  void withoutAMongodTheStoreIsInMemoryAndSaysSo() {
    String path = folder.path().toString();
    try (Store store = Stores.open(StoreKind.AUTO, folder, path, null, line -> {})) {
      assertThat(store.description()).startsWith("in memory, for trying things out");
      assertThat(countAfterInsert(store.uri())).isEqualTo(1);
    }
  }

  @Test
  void theStoreInMemoryTakesThePortThatWasAskedFor() {
    int port = Ports.anyFree();
    try (Store store = Stores.open(StoreKind.MEMORY, folder, null, port, line -> {})) {
      assertThat(store.uri()).isEqualTo("mongodb://127.0.0.1:" + port);
      assertThat(countAfterInsert(store.uri())).isEqualTo(1);
    }
  }

  @Test
  void aMongodThatIsAskedForMustBeThere() {
    String path = folder.path().toString();
    assertThatThrownBy(() -> Stores.open(StoreKind.MONGOD, folder, path, null, line -> {}))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("no mongod was found on the PATH");
  }

  @Test
  void aGivenStoreIsUsedAndItsPasswordIsNotShown() {
    int port = Ports.anyFree();
    try (Store running = Stores.open(StoreKind.MEMORY, folder, null, port, line -> {});
        Store given = Stores.at(running.uri())) {
      assertThat(given.uri()).isEqualTo(running.uri());
      assertThat(given.description()).isEqualTo("MongoDB at 127.0.0.1:" + port);
      assertThat(given).hasToString(given.description());
    }
  }

  @Test
  void aGivenStoreThatIsNotThereIsRefusedInBoundedTime() {
    int port = Ports.anyFree();
    assertThatThrownBy(() -> Stores.at("mongodb://someone:secret@127.0.0.1:" + port))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("127.0.0.1:" + port)
        .hasMessageContaining("--mongodb-uri")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aUriThatIsNoneIsRefused() {
    assertThatThrownBy(() -> Stores.at("http://localhost"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("--mongodb-uri is not a MongoDB connection string");
  }

  private static long countAfterInsert(String uri) {
    try (MongoClient client = MongoClients.create(uri)) {
      var documents = client.getDatabase("test").getCollection("documents");
      Mono.from(documents.insertOne(new Document("_id", 1))).block(Duration.ofSeconds(10));
      Long count = Mono.from(documents.countDocuments()).block(Duration.ofSeconds(10));
      return count == null ? -1 : count;
    }
  }
}
