package io.rejoinder.system.drill;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/** The store itself: one document for each accepted comment. */
final class StoreProof {

  private static final String DATABASE = "rejoinder_comments";
  private static final String COLLECTION = "comments";

  private final String uri;

  StoreProof(String uri) {
    this.uri = uri;
  }

  /** Every document as JSON with sorted fields, by id. */
  Map<String, String> documents() {
    Map<String, String> all = new TreeMap<>();
    try (MongoClient client = MongoClients.create(uri)) {
      for (Document document : client.getDatabase(DATABASE).getCollection(COLLECTION).find()) {
        all.put(String.valueOf(document.get("_id")), new Document(sorted(document)).toJson());
      }
    }
    return all;
  }

  void check(List<Life> lives, Findings findings) {
    Map<String, String> rest = new HashMap<>(documents());
    for (Life life : lives) {
      String document = rest.remove(life.id());
      if (document == null) {
        findings.missing(life.id(), "no document in the store");
      } else if (!document.contains(mark(life.standing()))) {
        findings.missing(life.id(), "another text in the store");
      }
    }
    if (rest.size() != Export.COMMENTS) {
      findings.wrong(
          "%d further documents in the store (expected: the %d imported ones)"
              .formatted(rest.size(), Export.COMMENTS));
    }
  }

  private static String mark(Standing standing) {
    return standing.text().isEmpty()
        ? ""
        : standing.text().substring(0, standing.text().indexOf(' ') + 1);
  }

  private static Map<String, Object> sorted(Document document) {
    Map<String, Object> fields = new TreeMap<>(document);
    fields.replaceAll(
        (name, value) -> value instanceof Document inner ? new Document(sorted(inner)) : value);
    return fields;
  }
}
