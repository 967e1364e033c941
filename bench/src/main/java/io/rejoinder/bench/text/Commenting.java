package io.rejoinder.bench.text;

import io.rejoinder.bench.load.Requests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Requests that post comments: each with a text, an author, an {@code Idempotency-Key} and an
 * address of its own (as a proxy would forward it: one machine would else look like a flood), to
 * each thread in turn.
 *
 * <p>A text is put together from phrases (an opening, two to four sentences, a closing: some 10^13
 * texts at the least); an author's name counts through all combinations of its parts, so that none
 * comes twice before about 28,000 others, and then with another initial, up to 700,000. What is
 * written holds nothing that a screen should object to. Not thread-safe.
 */
public final class Commenting implements Requests {

  private static final byte[] BEFORE_NAME = ascii("{\"author\":{\"name\":\"");
  private static final byte[] BEFORE_TEXT = ascii("\"},\"text\":\"");
  private static final byte[] END = ascii("\"}");
  private static final byte[] BEFORE_ADDRESS = ascii("\r\nX-Forwarded-For: 10.");
  private static final byte[] BEFORE_LENGTH = ascii("\r\nContent-Length: ");
  private static final byte[] END_OF_HEADERS = ascii("\r\n\r\n");

  private final byte[][] openings;
  private final byte[][] subjects;
  private final byte[][] verbs;
  private final byte[][] objects;
  private final byte[][] closings;
  private final Names names;
  private final byte[][] heads;
  private final SplittableRandom random;
  private final ByteBuffer body = ByteBuffer.allocate(4096);
  private long count;

  /**
   * A load of comments.
   *
   * @param paths where to post to, by turns
   * @param run sets this load's comments apart from those of others: no two may share it
   */
  public Commenting(List<String> paths, long run) {
    Phrases phrases = new Phrases();
    openings = phrases.bytes("opening");
    subjects = phrases.bytes("subject");
    verbs = phrases.bytes("verb");
    objects = phrases.bytes("object");
    closings = phrases.bytes("closing");
    names = new Names(phrases, run);
    heads =
        paths.stream()
            .map(
                path ->
                    ascii(
                        "POST "
                            + path
                            + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n"
                            + "Content-Type: application/json\r\nIdempotency-Key: bench-"
                            + run
                            + "-"))
            .toArray(byte[][]::new);
    random = new SplittableRandom(run);
  }

  /**
   * {@inheritDoc}
   *
   * @return the index of the path
   */
  @Override
  public int next(ByteBuffer into) {
    long number = count++;
    int thread = (int) (number % heads.length);
    body.clear();
    body.put(BEFORE_NAME);
    names.put(number, body);
    body.put(BEFORE_TEXT);
    putText(body);
    body.put(END);
    body.flip();

    into.put(heads[thread]);
    putNumber(number, into);
    into.put(BEFORE_ADDRESS);
    putNumber(number >> 16 & 255, into);
    into.put((byte) '.');
    putNumber(number >> 8 & 255, into);
    into.put((byte) '.');
    putNumber(number & 255, into);
    into.put(BEFORE_LENGTH);
    putNumber(body.limit(), into);
    into.put(END_OF_HEADERS);
    into.put(body);
    return thread;
  }

  /** Writes one comment's text, as it stands in JSON and in XML alike. */
  void putText(ByteBuffer into) {
    into.put(any(openings));
    int sentences = 2 + random.nextInt(3);
    for (int i = 0; i < sentences; i++) {
      into.put((byte) ' ').put(any(subjects));
      into.put((byte) ' ').put(any(verbs));
      into.put((byte) ' ').put(any(objects)).put((byte) '.');
    }
    into.put((byte) ' ').put(any(closings));
  }

  private byte[] any(byte[][] phrases) {
    return phrases[random.nextInt(phrases.length)];
  }

  private static void putNumber(long number, ByteBuffer into) {
    int digits = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      digits++;
    }
    int end = into.position() + digits;
    long rest = number;
    for (int at = end - 1; at >= into.position(); at--) {
      into.put(at, (byte) ('0' + rest % 10));
      rest /= 10;
    }
    into.position(end);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
