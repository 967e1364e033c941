package io.rejoinder.comment.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.comment.thread.Comment;
import io.rejoinder.events.comment.CommentId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Comments as an Atom feed (RFC 4287), newest first, with what each one replies to (RFC 4685). Ids
 * are made of the comments' own, so they stay the same wherever the thread moves to.
 *
 * @param name what the feed's own id is made of
 * @param self its address
 * @param title its title
 * @param page the address of the page that it is about
 * @param comments those that readers see, newest first
 */
record Feed(String name, String self, String title, String page, List<Comment> comments) {

  private static final int HEX = 16;

  Instant updated() {
    return comments.stream()
        .map(Feed::updated)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private static Instant updated(Comment comment) {
    var shown = comment.shown();
    return shown == null || shown.number() == 1 ? comment.createdAt() : shown.at();
  }

  byte[] xml(Words words) {
    Markup out = new Markup();
    out.raw(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"");
    out.raw(" xmlns:thr=\"http://purl.org/syndication/thread/1.0\"");
    out.attribute("xml:lang", words.language()).raw(">\n");
    out.element("id", "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(UTF_8))).raw("\n");
    out.element("title", title).raw("\n");
    out.element("updated", updated().toString()).raw("\n");
    link(out, "self", "application/atom+xml", self);
    link(out, "alternate", "text/html", page);
    out.raw("<generator>Rejoinder</generator>\n");
    comments.forEach(comment -> entry(out, comment, words));
    return out.raw("</feed>\n").bytes();
  }

  private void entry(Markup out, Comment comment, Words words) {
    String html = comment.html();
    out.raw("<entry>\n").element("id", urn(comment.id())).raw("\n");
    out.element("title", words.say("feed.entry", comment.author())).raw("\n");
    out.element("updated", updated(comment).toString()).raw("\n");
    out.element("published", comment.createdAt().toString()).raw("\n<author>");
    out.element("name", comment.author()).raw("</author>\n");
    link(out, "alternate", "text/html", permalink(comment.id()));
    CommentId parent = comment.parent();
    if (parent != null) {
      out.raw("<thr:in-reply-to").attribute("ref", urn(parent));
      out.attribute("href", permalink(parent)).raw("/>\n");
    }
    out.raw("<content type=\"html\">").text(html == null ? "" : Prose.inFeed(html, words));
    out.raw("</content>\n</entry>\n");
  }

  private String permalink(CommentId id) {
    return page + "#comment-" + id;
  }

  private static void link(Markup out, String relation, String type, String address) {
    out.raw("<link").attribute("rel", relation).attribute("type", type);
    out.attribute("href", address).raw("/>\n");
  }

  private static String urn(CommentId id) {
    long most = Long.parseUnsignedLong(id.value().substring(0, HEX), HEX);
    long least = Long.parseUnsignedLong(id.value().substring(HEX), HEX);
    return "urn:uuid:" + new UUID(most, least);
  }
}
