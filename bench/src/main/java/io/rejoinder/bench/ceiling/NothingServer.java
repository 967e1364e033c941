package io.rejoinder.bench.ceiling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A server that does nothing: it gives one canned answer for each read, without a look at what it
 * read. That is sound for a generator whose requests are smaller than a segment and who waits for
 * each answer; it shows what the generator can do alone.
 */
public final class NothingServer {

  private final Selector selector;
  private final ServerSocketChannel listener;
  private final ByteBuffer in = ByteBuffer.allocateDirect(64 * 1024);
  private final ByteBuffer answer;

  private NothingServer(byte[] answer) throws IOException {
    selector = Selector.open();
    listener = ServerSocketChannel.open();
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    listener.configureBlocking(false);
    listener.register(selector, SelectionKey.OP_ACCEPT);
    this.answer = ByteBuffer.allocateDirect(answer.length).put(answer).flip();
  }

  /**
   * Serves until standard input ends.
   *
   * @param args nothing for an empty 202, or a file to answer 200 with
   */
  public static void main(String[] args) throws IOException {
    byte[] body = args.length == 0 ? new byte[0] : Files.readAllBytes(Path.of(args[0]));
    String status = args.length == 0 ? "202 Accepted" : "200 OK";
    byte[] head =
        ("HTTP/1.1 " + status + "\r\nContent-Length: " + body.length + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    NothingServer server =
        new NothingServer(
            ByteBuffer.allocate(head.length + body.length).put(head).put(body).array());
    Thread loop = new Thread(server::serve, "nothing");
    loop.setDaemon(true);
    loop.start();
    Lifeline.announceAndHold(server.listener.socket().getLocalPort());
  }

  private void serve() {
    try {
      while (true) {
        selector.select(this::handle);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void handle(SelectionKey key) {
    try {
      if (key.isAcceptable()) {
        accept();
      } else if (key.isWritable()) {
        write(key, (ByteBuffer) key.attachment());
      } else {
        read(key);
      }
    } catch (IOException e) {
      close(key);
    }
  }

  private void accept() throws IOException {
    SocketChannel channel = listener.accept();
    if (channel != null) {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, answer.duplicate());
    }
  }

  private void read(SelectionKey key) throws IOException {
    in.clear();
    if (((SocketChannel) key.channel()).read(in) < 0) {
      close(key);
      return;
    }
    write(key, ((ByteBuffer) key.attachment()).rewind());
  }

  private static void write(SelectionKey key, ByteBuffer rest) throws IOException {
    ((SocketChannel) key.channel()).write(rest);
    int interest = rest.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ;
    if (key.interestOps() != interest) {
      key.interestOps(interest);
    }
  }

  private static void close(SelectionKey key) {
    try {
      key.channel().close();
    } catch (IOException e) {
      // The client is gone already.
    }
  }
}
