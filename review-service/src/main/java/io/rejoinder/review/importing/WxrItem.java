package io.rejoinder.review.importing;

import java.util.HashMap;
import java.util.Map;

/** An item of an export, as far as it was read. */
final class WxrItem {

  /** Longest content that is kept, in characters; a record holds less. */
  static final int MAX_CONTENT = 1_000_000;

  private final int number;
  private final int line;
  private final WxrSite site;
  private final Map<String, String> fields = new HashMap<>();
  private long contentLength;
  private int comments;

  WxrItem(int number, int line, WxrSite site) {
    this.number = number;
    this.line = line;
    this.site = site;
  }

  /** Its place among the items, from 0. */
  int number() {
    return number;
  }

  int line() {
    return line;
  }

  /** The site that it is from. */
  WxrSite site() {
    return site;
  }

  /** An element's text, stripped; empty where the element is missing. */
  String field(String name) {
    return fields.getOrDefault(name, "").strip();
  }

  /** The title as a report names it. */
  String label() {
    String title = PlainText.of(field("title"), 60);
    return title.isEmpty() ? "item" : "item “" + title + "”";
  }

  /** The text; the excerpt where there is no text. */
  String content() {
    String content = field("content");
    return content.isEmpty() ? field("excerpt") : content;
  }

  /** The length of the text in characters; where it is above {@link #MAX_CONTENT}, it was cut. */
  long contentLength() {
    return contentLength;
  }

  /** Elements that were read, comments apart. */
  int fields() {
    return fields.size();
  }

  /** Comments that were read. */
  int comments() {
    return comments;
  }

  void put(String name, WxrText text) {
    fields.put(name, text.value());
    if (name.equals("content")) {
      contentLength = text.length();
    }
  }

  void countComment() {
    comments++;
  }
}
