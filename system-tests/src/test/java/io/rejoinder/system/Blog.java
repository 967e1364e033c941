package io.rejoinder.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A site of somebody else: the example pages, on a server of their own. By its two names it is two
 * origins, of which the comment service knows one.
 */
final class Blog implements AutoCloseable {

  private static final Path PAGES = Path.of("..", "docs", "examples", "embed");

  private final HttpServer server;
  private volatile String comments = "";

  private Blog(HttpServer server) {
    this.server = server;
  }

  static Blog start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Blog blog = new Blog(server);
    server.createContext("/", blog::page);
    server.start();
    return blog;
  }

  /** From now on its pages take their comments from this address. */
  void takeCommentsFrom(String address) {
    comments = address;
  }

  /** The origin that it is known by. */
  String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** A page under the known name. */
  URI page(String name) {
    return URI.create(origin() + "/" + name);
  }

  /** The same page under another name. */
  URI pageUnderAnotherName(String name) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/" + name);
  }

  private void page(HttpExchange exchange) throws IOException {
    Path file = PAGES.resolve(exchange.getRequestURI().getPath().substring(1));
    try (exchange) {
      if (!Files.isRegularFile(file)) {
        // A browser asks for an icon by itself, and would complain.
        exchange.sendResponseHeaders(file.endsWith("favicon.ico") ? 204 : 404, -1);
        return;
      }
      String text = Files.readString(file).replace("https://comments.example", comments);
      String type = file.toString().endsWith(".css") ? "text/css" : "text/html";
      exchange.getResponseHeaders().set("Content-Type", type + ";charset=UTF-8");
      byte[] body = text.getBytes(UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
