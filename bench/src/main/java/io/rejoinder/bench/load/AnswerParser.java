package io.rejoinder.bench.load;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads one HTTP/1.1 answer after another from bytes that arrive in pieces of any size.
 *
 * <p>It knows what the servers measured here send: a status line, {@code Content-Length} or {@code
 * Transfer-Encoding: chunked}, no trailers that matter. An answer without either has no body.
 */
final class AnswerParser {

  /** RFC 9112 asks for no bound; 8 KB is what servers commonly send at most. */
  private static final int LONGEST_LINE = 8192;

  private enum State {
    STATUS,
    HEADER,
    BODY,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    TRAILER
  }

  private final Excerpt body;
  private final byte[] line = new byte[LONGEST_LINE];
  private State state = State.STATUS;
  private int lineLength;
  private int status;
  private long remaining;
  private boolean chunked;

  AnswerParser(Excerpt body) {
    this.body = body;
  }

  int status() {
    return status;
  }

  /**
   * Consumes bytes up to the end of the answer or of the buffer.
   *
   * @return whether an answer is whole now; {@link #status} and the body are valid until the next
   *     call
   * @throws ProtocolException where the bytes are not such an answer
   */
  boolean read(ByteBuffer in) throws ProtocolException {
    while (in.hasRemaining()) {
      boolean whole =
          switch (state) {
            case BODY, CHUNK -> readBody(in);
            default -> readLine(in) && endOfLine();
          };
      if (whole) {
        state = State.STATUS;
        return true;
      }
    }
    return false;
  }

  private boolean readBody(ByteBuffer in) {
    int count = (int) Math.min(remaining, in.remaining());
    body.take(in, count);
    remaining -= count;
    if (remaining > 0) {
      return false;
    }
    if (state == State.BODY) {
      return true;
    }
    state = State.CHUNK_END;
    return false;
  }

  private boolean readLine(ByteBuffer in) throws ProtocolException {
    int at = in.position();
    int limit = in.limit();
    while (at < limit) {
      byte b = in.get(at++);
      if (b == '\n') {
        in.position(at);
        return true;
      }
      if (b != '\r') {
        if (lineLength == LONGEST_LINE) {
          throw new ProtocolException("length of a line: over " + LONGEST_LINE);
        }
        line[lineLength++] = b;
      }
    }
    in.position(at);
    return false;
  }

  /** Returns whether the answer ended with this line. */
  private boolean endOfLine() throws ProtocolException {
    int length = lineLength;
    lineLength = 0;
    switch (state) {
      case STATUS -> startAnswer(length);
      case HEADER -> {
        return length == 0 ? endOfHeaders() : readHeader(length);
      }
      case CHUNK_SIZE -> startChunk(length);
      case CHUNK_END -> state = State.CHUNK_SIZE;
      case TRAILER -> {
        return length == 0;
      }
      case BODY, CHUNK -> throw new IllegalStateException("state: " + state + " has no lines");
    }
    return false;
  }

  private void startAnswer(int length) throws ProtocolException {
    // "HTTP/1.1 202 Accepted": the status stands at 9 to 11.
    if (length < 12 || line[0] != 'H' || line[8] != ' ') {
      throw new ProtocolException("status line: " + text(0, length));
    }
    status = digit(line[9]) * 100 + digit(line[10]) * 10 + digit(line[11]);
    remaining = 0;
    chunked = false;
    body.clear();
    state = State.HEADER;
  }

  private boolean readHeader(int length) throws ProtocolException {
    // Only two names matter; their first letters and lengths tell most others apart cheaply.
    if (isNamed("content-length", length)) {
      remaining = Long.parseLong(text(15, length).strip());
    } else if (isNamed("transfer-encoding", length)) {
      chunked = text(18, length).strip().toLowerCase(Locale.ROOT).endsWith("chunked");
    }
    return false;
  }

  private boolean endOfHeaders() {
    if (chunked) {
      state = State.CHUNK_SIZE;
      return false;
    }
    state = State.BODY;
    return remaining == 0;
  }

  private void startChunk(int length) throws ProtocolException {
    int end = 0;
    while (end < length && line[end] != ';') {
      end++;
    }
    try {
      remaining = Long.parseLong(text(0, end).strip(), 16);
    } catch (NumberFormatException e) {
      throw new ProtocolException("size of a chunk: " + text(0, length));
    }
    state = remaining == 0 ? State.TRAILER : State.CHUNK;
  }

  private boolean isNamed(String name, int length) {
    if (length <= name.length() || line[name.length()] != ':') {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if ((line[i] | 0x20) != name.charAt(i)) {
        // '-' has the bit of 0x20 set, too.
        return false;
      }
    }
    return true;
  }

  private static int digit(byte b) throws ProtocolException {
    if (b < '0' || b > '9') {
      throw new ProtocolException("status: holds " + (char) b);
    }
    return b - '0';
  }

  private String text(int from, int to) {
    return new String(line, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
