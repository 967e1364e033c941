package io.rejoinder.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One kept-alive connection with at most one request under way. */
final class Connection {

  private final InetSocketAddress server;
  private final Selector selector;
  private final ByteBuffer out = ByteBuffer.allocateDirect(Generator.LARGEST_REQUEST);
  private final Excerpt body;
  private AnswerParser parser;
  private SocketChannel channel;
  private SelectionKey key;
  private int tag;
  private long startedAt;
  private boolean busy;

  Connection(InetSocketAddress server, Selector selector, int bodyKept) throws IOException {
    this.server = server;
    this.selector = selector;
    body = new Excerpt(bodyKept);
    parser = new AnswerParser(body);
    channel = open();
    key = register();
  }

  private SocketChannel open() throws IOException {
    SocketChannel opened = SocketChannel.open();
    opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
    // Wide enough for a whole page of comments, so that its sender need not wait for the reader.
    opened.setOption(StandardSocketOptions.SO_RCVBUF, 1 << 20);
    opened.connect(server);
    opened.configureBlocking(false);
    return opened;
  }

  private SelectionKey register() throws IOException {
    return channel.register(selector, SelectionKey.OP_READ, this);
  }

  void send(Requests requests, long dueAt) throws IOException {
    out.clear();
    tag = requests.next(out);
    out.flip();
    startedAt = dueAt;
    busy = true;
    write();
  }

  /** Goes on with a request that the socket did not take at once. */
  void write() throws IOException {
    channel.write(out);
    int interest =
        out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
    if (key.interestOps() != interest) {
      key.interestOps(interest);
    }
  }

  /**
   * Reads what is there.
   *
   * @param in a buffer that all connections share; nothing stays in it
   * @return whether the answer is whole
   */
  boolean read(ByteBuffer in) throws IOException {
    in.clear();
    int count = channel.read(in);
    if (count < 0) {
      throw new EOFException("closed by the server");
    }
    in.flip();
    if (!parser.read(in)) {
      return false;
    }
    if (in.hasRemaining() || !busy) {
      throw new EOFException("bytes beyond the answer: " + in.remaining());
    }
    busy = false;
    return true;
  }

  void tell(Answers answers) {
    answers.answered(tag, parser.status(), body, startedAt);
  }

  boolean isBusy() {
    return busy;
  }

  long startedAt() {
    return startedAt;
  }

  int status() {
    return parser.status();
  }

  /** A connection that broke is opened anew before its next request. */
  void openIfClosed() throws IOException {
    if (!channel.isOpen()) {
      parser = new AnswerParser(body);
      channel = open();
      key = register();
    }
  }

  void close() {
    busy = false;
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing is left to lose on it.
    }
  }
}
