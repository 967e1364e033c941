package io.rejoinder.bench.readers;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One reader's end of a stream: takes the answer's chunks apart and finds the events in them. It
 * keeps no more of a line than so many bytes, as there are thousands of readers.
 */
final class Reader {

  private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] ANSWERED = "HTTP/1.1 200".getBytes(StandardCharsets.ISO_8859_1);
  private static final String EVENT = "event: ";
  private static final String ID = "id: ";
  private static final String DATA = "data: ";

  private final int number;
  private final Listener listener;
  private final byte[] line;

  private State state = State.HEAD;
  private int matched;
  private int headLength;
  private int left;
  private int lineLength;
  private String event = "";
  private String id = "";

  /**
   * A reader.
   *
   * @param kept how much of a line is kept, in bytes
   */
  Reader(int number, int kept, Listener listener) {
    this.number = number;
    this.line = new byte[kept];
    this.listener = listener;
  }

  /** Hears what readers are told. */
  interface Listener {

    /** The stream is open. */
    void opened(int reader);

    /** An event is there, as much of its data as is kept. */
    void heard(int reader, String event, String id, String data);
  }

  private enum State {
    HEAD,
    SIZE,
    CHUNK,
    AFTER_CHUNK
  }

  /**
   * Takes what came.
   *
   * @throws IllegalStateException if the answer is not a stream
   */
  void take(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      switch (state) {
        case HEAD -> head(bytes.get());
        case SIZE -> size(bytes.get());
        case CHUNK -> chunk(bytes);
        case AFTER_CHUNK -> {
          if (bytes.get() == '\n') {
            state = State.SIZE;
            left = 0;
          }
        }
      }
    }
  }

  private void head(byte b) {
    if (headLength < ANSWERED.length && b != ANSWERED[headLength]) {
      throw new IllegalStateException("reader " + number + " got no stream");
    }
    headLength++;
    if (b == END_OF_HEAD[matched]) {
      matched++;
    } else {
      matched = b == END_OF_HEAD[0] ? 1 : 0;
    }
    if (matched == END_OF_HEAD.length) {
      state = State.SIZE;
      listener.opened(number);
    }
  }

  private void size(byte b) {
    if (b == '\n') {
      state = State.CHUNK;
    } else if (b != '\r') {
      left = left * 16 + Character.digit(b, 16);
    }
  }

  private void chunk(ByteBuffer bytes) {
    int here = Math.min(left, bytes.remaining());
    for (int i = 0; i < here; i++) {
      byte b = bytes.get();
      if (b == '\n') {
        ended();
      } else if (lineLength < line.length) {
        line[lineLength++] = b;
      }
    }
    left -= here;
    if (left == 0) {
      state = State.AFTER_CHUNK;
    }
  }

  private void ended() {
    if (starts(EVENT)) {
      event = rest(EVENT);
    } else if (starts(ID)) {
      id = rest(ID);
    } else if (starts(DATA)) {
      listener.heard(number, event, id, rest(DATA));
    }
    lineLength = 0;
  }

  private boolean starts(String prefix) {
    if (lineLength < prefix.length()) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (line[i] != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private String rest(String prefix) {
    byte[] rest = Arrays.copyOfRange(line, prefix.length(), lineLength);
    return new String(rest, StandardCharsets.UTF_8);
  }
}
