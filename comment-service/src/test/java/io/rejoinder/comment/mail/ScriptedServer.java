package io.rejoinder.comment.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An SMTP server that answers each {@code RCPT} with the next of its codes, and then takes all. */
final class ScriptedServer implements AutoCloseable {

  private final ServerSocket socket;
  private final List<Integer> codes;
  private final AtomicInteger asked = new AtomicInteger();

  ScriptedServer(Integer... codes) throws IOException {
    this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    this.codes = List.of(codes);
    Thread thread = new Thread(this::serve, "smtp");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** How often somebody was named to it. */
  int asked() {
    return asked.get();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept();
          BufferedReader in =
              new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII))) {
        say(client, 220);
        talk(client, in);
      } catch (IOException e) {
        // The next client.
      }
    }
  }

  private void talk(Socket client, BufferedReader in) throws IOException {
    boolean text = false;
    for (@Nullable String line = in.readLine(); line != null; line = in.readLine()) {
      if (text) {
        text = !line.equals(".");
        if (!text) {
          say(client, 250);
        }
      } else if (line.startsWith("RCPT")) {
        int n = asked.getAndIncrement();
        say(client, n < codes.size() ? codes.get(n) : 250);
      } else if (line.startsWith("DATA")) {
        text = true;
        say(client, 354);
      } else {
        say(client, line.startsWith("QUIT") ? 221 : 250);
      }
    }
  }

  private static void say(Socket client, int code) throws IOException {
    client.getOutputStream().write((code + " a@reader.example\r\n").getBytes(US_ASCII));
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
