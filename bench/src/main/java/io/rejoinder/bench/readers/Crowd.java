package io.rejoinder.bench.readers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/**
 * The readers, in a process of their own: one thread, one selector, one connection each. It says
 * {@code open} once all streams are open; reads what was posted from its standard input, and after
 * {@code end} says what the readers have had of it.
 */
public final class Crowd implements Reader.Listener {

  /** Connections that are opened in one go, before the server has a moment to take them. */
  private static final int AT_ONCE = 100;

  private static final long PAUSE_NANOS = 50_000_000;
  private static final int BUFFER = 256 * 1024;

  /** What a reader keeps of a line: an event's id; the first keeps the beginning of the data. */
  private static final int KEPT = 48;

  private static final int KEPT_BY_FIRST = 512;

  private final Selector selector = Selector.open();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private final int readers;
  private final Heard heard;
  private int open;
  private int closed;

  private Crowd(int readers) throws IOException {
    this.readers = readers;
    this.heard = new Heard(readers);
  }

  /**
   * Opens the streams and listens until its input ends.
   *
   * @param arguments port, path of the stream, how many readers
   */
  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(arguments[0]);
    Crowd crowd = new Crowd(Integer.parseInt(arguments[2]));
    Questions questions = new Questions(crowd.selector);
    Thread asking = new Thread(questions, "questions");
    asking.setDaemon(true);
    asking.start();
    crowd.connect(port, arguments[1]);
    crowd.listen(questions);
  }

  private void connect(int port, String path) throws IOException {
    byte[] request =
        "GET %s HTTP/1.1\r\nHost: localhost:%d\r\nAccept: text/event-stream\r\n\r\n"
            .formatted(path, port)
            .getBytes(StandardCharsets.ISO_8859_1);
    InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    for (int i = 0; i < readers; i++) {
      SocketChannel channel = SocketChannel.open(server);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.write(ByteBuffer.wrap(request));
      channel.configureBlocking(false);
      Reader reader = new Reader(i, i == 0 ? KEPT_BY_FIRST : KEPT, this);
      channel.register(selector, SelectionKey.OP_READ, reader);
      if (i % AT_ONCE == AT_ONCE - 1) {
        readWhatCame();
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private void listen(Questions questions) throws IOException {
    boolean told = false;
    while (!questions.over()) {
      selector.select();
      readSelected();
      if (!told && open == readers) {
        told = true;
        say("open");
      }
      questions.answer(heard, closed);
    }
  }

  private void readWhatCame() throws IOException {
    while (selector.selectNow() > 0) {
      readSelected();
    }
  }

  private void readSelected() {
    for (SelectionKey key : selector.selectedKeys()) {
      read(key);
    }
    selector.selectedKeys().clear();
  }

  private void read(SelectionKey key) {
    buffer.clear();
    try {
      if (((SocketChannel) key.channel()).read(buffer) < 0) {
        key.cancel();
        closed++;
        return;
      }
    } catch (IOException e) {
      key.cancel();
      closed++;
      return;
    }
    buffer.flip();
    ((Reader) key.attachment()).take(buffer);
  }

  @Override
  public void opened(int reader) {
    open++;
  }

  @Override
  public void heard(int reader, String event, String id, String data) {
    if (event.equals("published")) {
      heard.event(reader, id, data, System.nanoTime());
    }
  }

  static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  /** What the other process asks, line by line, read on a thread of its own. */
  private static final class Questions implements Runnable {

    private final Selector selector;
    private final java.util.Queue<String> lines =
        new java.util.concurrent.ConcurrentLinkedQueue<>();
    private volatile boolean over;

    private Questions(Selector selector) {
      this.selector = selector;
    }

    @Override
    public void run() {
      try (BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          lines.add(line);
          selector.wakeup();
        }
      } catch (IOException e) {
        // The other process is gone: over, as when it closes.
      }
      over = true;
      selector.wakeup();
    }

    private boolean over() {
      return over;
    }

    private void answer(Heard heard, int closed) {
      for (String line = lines.poll(); line != null; line = lines.poll()) {
        say(heard.answer(line, closed));
      }
    }
  }
}
