package io.rejoinder.moderation.text;

import java.util.Arrays;

/** A canonical text while it is put together: runs are cut, and places in the raw text noted. */
final class CanonicalText {

  /** Of one character; of spaces one. */
  private static final int RUN = 2;

  private static final int ROOM = 16;

  private char[] text;
  private int[] starts;
  private int[] ends;
  private int length;

  /** For a raw text of about this many characters. */
  CanonicalText(int expected) {
    text = new char[expected + ROOM];
    starts = new int[expected + ROOM];
    ends = new int[expected + ROOM];
  }

  /** Appends what a piece of the raw text, from start to end, stands for. */
  void append(String skeleton, int start, int end) {
    for (int i = 0; i < skeleton.length(); i++) {
      append(skeleton.charAt(i), start, end);
    }
  }

  private void append(char c, int start, int end) {
    if (goesOn(c)) {
      ends[length - 1] = end;
      return;
    }
    if (length == text.length) {
      text = Arrays.copyOf(text, length * 2);
      starts = Arrays.copyOf(starts, length * 2);
      ends = Arrays.copyOf(ends, length * 2);
    }
    text[length] = c;
    starts[length] = start;
    ends[length] = end;
    length++;
  }

  private boolean goesOn(char c) {
    int allowed = c == ' ' ? 1 : RUN;
    if (length < allowed) {
      return false;
    }
    for (int i = 1; i <= allowed; i++) {
      if (text[length - i] != c) {
        return false;
      }
    }
    return true;
  }

  String text() {
    return new String(text, 0, length);
  }

  /** By place in the text: where the raw text begins that it stands for. */
  int[] starts() {
    return starts;
  }

  /** By place in the text: where the raw text ends that it stands for. */
  int[] ends() {
    return ends;
  }
}
