package io.rejoinder.review.importing;

import java.util.Map;

/**
 * A comment of an export.
 *
 * @param line where it begins
 * @param fields its elements by name, without {@code comment_}; no nested ones
 * @param contentLength the length of its text in characters, which may be above what was kept
 */
record WxrComment(int line, Map<String, String> fields, long contentLength) {

  /** Longest text that is kept, in characters: HTML is longer than what is left of it. */
  static final int MAX_CONTENT = 200_000;

  /** An element's text, stripped; empty where the element is missing. */
  String field(String name) {
    return fields.getOrDefault(name, "").strip();
  }
}
