package io.rejoinder.comment.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Where links lead.
 *
 * @param base what stands before {@code threads/…}: {@code ../} on a page of this service, so that
 *     it works below any path, and the public address with a slash elsewhere
 */
record Links(String base) {

  /** Links of pages two levels below this service's address. */
  static final Links RELATIVE = new Links("../");

  /** The thread's page from a place on. */
  String page(String thread, Place place) {
    return base + "threads/" + encoded(thread) + place.query();
  }

  /** The form for a reply, or for a new comment. */
  String form(String thread, Place place, @Nullable String parent) {
    String query = place.query();
    String reply = parent == null ? "" : (query.isEmpty() ? "?" : "&") + "reply=" + encoded(parent);
    return base + "threads/" + encoded(thread) + query + reply + "#form";
  }

  String data() {
    return base + "your-data";
  }

  String follow(String thread) {
    return base + "threads/" + encoded(thread) + "/follow";
  }

  String feed(String thread) {
    return base + "threads/" + encoded(thread) + "/feed";
  }

  String repliesFeed(String comment) {
    return base + "comments/" + encoded(comment) + "/feed";
  }

  String comment(String id) {
    return base + "comments/" + encoded(id);
  }

  String submission(String id, String thread, String token) {
    String query = "?thread=" + encoded(thread) + "&token=" + encoded(token);
    return base + "submissions/" + encoded(id) + query;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  /**
   * A part of a thread.
   *
   * @param sort the order of roots
   * @param after the key that the part begins behind; null for the beginning
   * @param before the key that the part ends before; null unless a reader goes back
   */
  record Place(String sort, @Nullable String after, @Nullable String before) {

    static final String NEWEST = "newest";
    static final String OLDEST = "oldest";

    static Place first(String sort) {
      return new Place(sort, null, null);
    }

    String query() {
      StringBuilder query = new StringBuilder(64);
      append(query, "sort", sort.equals(NEWEST) ? null : sort);
      append(query, "after", after);
      append(query, "before", before);
      return query.toString();
    }

    private static void append(StringBuilder query, String name, @Nullable String value) {
      if (value != null && !value.isEmpty()) {
        query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(encoded(value));
      }
    }
  }
}
