package io.rejoinder.system.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The comments API. Every method is one attempt. Threadsafe. */
public final class Comments {

  private final Servers servers;

  /** The API on these addresses. */
  public Comments(List<URI> addresses) {
    this.servers = new Servers(addresses);
  }

  /**
   * A comment to be posted.
   *
   * @param thread where to
   * @param key the idempotency key
   * @param author the author's name
   * @param text the text
   * @param parent the id of the comment that it replies to, or null
   */
  public record Draft(
      String thread, String key, String author, String text, @Nullable String parent) {}

  /** Posts a comment. */
  public Answer post(Draft draft) throws IOException {
    Map<String, Object> body = new HashMap<>();
    body.put("text", draft.text());
    body.put("author", Map.of("name", draft.author()));
    if (draft.parent() != null) {
      body.put("parent", draft.parent());
    }
    return servers.send(
        "POST",
        "/api/threads/%s/comments".formatted(draft.thread()),
        Map.of("Idempotency-Key", draft.key()),
        body);
  }

  /** One page of a thread; the key of the page before, or null for the first. */
  public Answer page(String thread, int limit, @Nullable String after) throws IOException {
    String next = after == null ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
    return servers.get(
        "/api/threads/%s/comments?sort=oldest&limit=%d%s".formatted(thread, limit, next), Map.of());
  }

  /** Where a comment stands, for its author. */
  public Answer submission(String id, String token) throws IOException {
    return servers.get("/api/submissions/" + id, bearer(token));
  }

  /** Edits a comment. */
  public Answer revise(String id, String token, String text, int revision) throws IOException {
    return servers.send(
        "PUT", "/api/submissions/" + id, bearer(token), Map.of("text", text, "revision", revision));
  }

  /** Takes a comment back. */
  public Answer withdraw(String id, String token) throws IOException {
    return servers.send("DELETE", "/api/submissions/" + id, bearer(token), null);
  }

  /** An identity for a reader; its token is the answer's {@code token}. */
  public Answer becomeReader() throws IOException {
    return servers.send("POST", "/api/readers", Map.of(), null);
  }

  /** Likes a comment, or takes it back. */
  public Answer like(String id, String reader, boolean liked) throws IOException {
    return servers.send(
        liked ? "PUT" : "DELETE",
        "/api/comments/%s/like".formatted(id),
        Map.of("Rejoinder-Reader", reader),
        null);
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }
}
