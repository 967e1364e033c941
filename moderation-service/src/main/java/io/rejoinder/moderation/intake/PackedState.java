package io.rejoinder.moderation.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.events.UnreadableEvent;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Packs the JSON of states: an owner holds all of its comments, looks at few of them again, and
 * they are much alike. Deflate with a dictionary of what they share keeps about a third. For one
 * thread.
 */
final class PackedState {

  private static final int LENGTH_BYTES = Integer.BYTES;

  /** What nearly every state contains, the most frequent last, as the format wants it. */
  private static final byte[] DICTIONARY =
      """
      {"number":2,"revision":2,"outcome":"rejected","by":{"kind":"moderator","account":"","name":""},\
      "reason":"spam","why":"Rejected: ","undoes":1,"status":"withdrawn","kind":"import",\
      "status":"held","origin":{"system":"wordpress","id":""},"why":"Held: 3 links",\
      "email":{"box":"","hash":""},"parent":"","shown":{"number":1,"text":"","at":"2026-01-01T00:00:00Z"},\
      {"id":"","thread":"","version":1,"since":1,"status":"approved","author":{"name":"","address":\
      {"box":"","hash":""}},"createdAt":"2026-01-01T00:00:00.000000Z","newest":{"number":1,"text":"",\
      "at":"2026-01-01T00:00:00.000000Z"},"shownSince":1,"decisions":[{"number":1,"revision":1,\
      "outcome":"approved","by":{"kind":"screening"},"why":"Approved: nothing spoke against it",\
      "versions":{"policy":"1/1.0/3.0","words":""},"evidence":[{"screen":"links","weight":0.0,\
      "sentence":"no links","spans":[],"values":{"links":"0","images":"0","hidden":"0","shortened":"0","phones":"0"}},\
      {"screen":"blocked-words","weight":0.0,"sentence":"no blocked words","spans":[],"values":\
      {"words":"0","version":""}},{"screen":"campaign","weight":0.0,"sentence":"like no other comment",\
      "spans":[],"values":{"size":"0"}},\
      {"screen":"flood","weight":0.0,"sentence":"an ordinary pace","spans":[],"values":\
      {"window":"PT1M"}},{"screen":"author","weight":0.0,"sentence":"an author without a record",\
      "spans":[],"values":{"approved":"0","rejected":"0"}},{"screen":"after-rejection","weight":0.0,"sentence":"no rejection before",\
      "spans":[],"values":{}}],"at":""}],"outcomes":[{"command":"","version":1}],"at":""}"""
          .getBytes(UTF_8);

  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
  private final Inflater inflater = new Inflater(true);
  private byte[] buffer = new byte[4096];

  byte[] pack(byte[] json) {
    deflater.reset();
    deflater.setDictionary(DICTIONARY);
    deflater.setInput(json);
    deflater.finish();
    int length = 0;
    while (!deflater.finished()) {
      if (length == buffer.length) {
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
      }
      length += deflater.deflate(buffer, length, buffer.length - length);
    }
    return ByteBuffer.allocate(LENGTH_BYTES + length)
        .putInt(json.length)
        .put(buffer, 0, length)
        .array();
  }

  byte[] unpack(byte[] packed) {
    byte[] json = new byte[ByteBuffer.wrap(packed).getInt()];
    inflater.reset();
    inflater.setDictionary(DICTIONARY);
    inflater.setInput(packed, LENGTH_BYTES, packed.length - LENGTH_BYTES);
    try {
      int length = 0;
      while (length < json.length && !inflater.finished()) {
        length += inflater.inflate(json, length, json.length - length);
      }
      return json;
    } catch (DataFormatException e) {
      throw new UnreadableEvent("a packed state", e);
    }
  }

  /** Gives the native memory back. */
  void end() {
    deflater.end();
    inflater.end();
  }
}
