package io.rejoinder.bench.ceiling;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.reactivestreams.Publisher;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Reactor-netty with nothing around it. */
public final class BareServer {

  private BareServer() {}

  /**
   * Serves until standard input ends.
   *
   * @param args nothing to read each body and answer 202, or a file to answer 200 with
   */
  public static void main(String[] args) throws IOException {
    HttpServer server = HttpServer.create().host("127.0.0.1").port(0);
    DisposableServer bound;
    if (args.length == 0) {
      bound = server.handle(BareServer::accept).bindNow();
    } else {
      byte[] bytes = Files.readAllBytes(Path.of(args[0]));
      ByteBuf page =
          Unpooled.unreleasableBuffer(Unpooled.directBuffer(bytes.length).writeBytes(bytes));
      bound = server.handle((request, response) -> send(page, response)).bindNow();
    }
    Lifeline.announceAndHold(bound.port());
    bound.disposeNow();
  }

  private static Publisher<Void> accept(HttpServerRequest request, HttpServerResponse response) {
    return request
        .receive()
        .then(response.status(202).header(HttpHeaderNames.CONTENT_LENGTH, "0").send().then());
  }

  private static Publisher<Void> send(ByteBuf page, HttpServerResponse response) {
    return response
        .header(HttpHeaderNames.CONTENT_TYPE, "application/json")
        .header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(page.readableBytes()))
        .sendObject(page.duplicate());
  }
}
