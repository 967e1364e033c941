package io.rejoinder.system.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A moderator at one console: signs in when asked to, as after a restart, and sends the token
 * against forged requests. Every method is one attempt. Threadsafe.
 */
public final class Console {

  private final Servers servers;
  private final String name;
  private final String password;
  private Map<String, String> csrf = Map.of();

  /** A moderator who is not signed in yet. */
  public Console(URI address, String name, String password) {
    this.servers = new Servers(List.of(address));
    this.name = name;
    this.password = password;
  }

  /**
   * One page of the queue.
   *
   * @param state held, approved or rejected
   * @param after the key of the page before, or null for the first
   */
  public Answer queue(String state, int limit, @Nullable String after) throws IOException {
    String next = after == null ? "" : "&after=" + encoded(after);
    return signedIn("GET", "/api/queue?state=%s&limit=%d%s".formatted(state, limit, next), null);
  }

  /**
   * Decides on a comment.
   *
   * @param command the command's id
   * @param item the comment as the queue shows it
   * @param reason the code of a rejection, or null to approve
   */
  public Answer decide(String command, JsonNode item, @Nullable String reason) throws IOException {
    Map<String, Object> body = new HashMap<>();
    body.put("command", command);
    body.put("verdict", reason == null ? "approve" : "reject");
    body.put("reason", reason);
    body.put("revision", item.path("revision").asInt());
    body.put("basedOn", item.path("version").asLong());
    return signedIn("POST", "/api/comments/" + id(item) + "/decisions", body);
  }

  /** Takes the newest decision on a comment back. */
  public Answer undo(String command, JsonNode item) throws IOException {
    Map<String, Object> body =
        Map.of(
            "command", command,
            "decision", item.path("decision").path("number").asInt(),
            "basedOn", item.path("version").asLong());
    return signedIn("POST", "/api/comments/" + id(item) + "/undo", body);
  }

  /**
   * One page of the comments that a search finds.
   *
   * @param state the list: held, approved, rejected or all
   */
  public Answer search(String state, String words, int limit, @Nullable String after)
      throws IOException {
    String next = after == null ? "" : "&after=" + encoded(after);
    String path = "/api/queue?state=%s&limit=%d&q=%s%s";
    return signedIn("GET", path.formatted(state, limit, encoded(words), next), null);
  }

  /** Opens a moderator's account; its first password is in the answer. */
  public Answer openAccount(String account) throws IOException {
    return signedIn("POST", "/api/accounts", Map.of("name", account));
  }

  /** Chooses another password for the account that signs in here. */
  public Answer changePassword(String chosen) throws IOException {
    return signedIn("POST", "/api/session/password", Map.of("current", password, "new", chosen));
  }

  /** Makes a token of the API, whose secret is in the answer. */
  public Answer makeToken(String tokenName, List<String> scopes) throws IOException {
    return signedIn("POST", "/api/tokens", Map.of("name", tokenName, "scopes", scopes));
  }

  private Answer signedIn(String method, String path, @Nullable Object body) throws IOException {
    Map<String, String> token = csrf();
    Answer answer = servers.send(method, path, token, body);
    // A console that was started again knows neither the session nor its token.
    if (answer.status() != 401 && answer.status() != 403) {
      return answer;
    }
    return signIn(token) ? servers.send(method, path, csrf(), body) : answer;
  }

  /** One of many threads signs in for all. */
  private synchronized boolean signIn(Map<String, String> before) throws IOException {
    if (!csrf.equals(before)) {
      return true;
    }
    Map<String, String> token = csrfOf(servers.get("/api/session", Map.of()));
    Answer answer =
        servers.send("POST", "/api/session", token, Map.of("name", name, "password", password));
    if (answer.status() == 200) {
      csrf = csrfOf(answer);
    }
    return answer.status() == 200;
  }

  private synchronized Map<String, String> csrf() {
    return csrf;
  }

  private static Map<String, String> csrfOf(Answer answer) throws IOException {
    JsonNode token = answer.body().path("csrf");
    String header = Answer.string(token, "header");
    String value = Answer.string(token, "token");
    if (header == null || value == null) {
      throw new IOException("no token in the answer: " + answer.brief());
    }
    return Map.of(header, value);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String id(JsonNode item) {
    return item.path("id").asString();
  }
}
