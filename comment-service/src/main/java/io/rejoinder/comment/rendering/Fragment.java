package io.rejoinder.comment.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.comment.rendering.Links.Place;
import io.rejoinder.comment.rendering.Subjects.Subject;

/**
 * A thread's first page as another page includes it: readable as it is, and with what a script
 * needs to go on from it without asking again.
 */
final class Fragment {

  private final Subjects subjects;
  private final int depth;

  /** Fragments whose comments can be replied to down to this many levels below a root. */
  Fragment(Subjects subjects, int depth) {
    this.subjects = subjects;
    this.depth = depth;
  }

  byte[] of(Reading.Part part, Place place, Words words) {
    ThreadContent content = part.content();
    Subject subject = subjects.of(content.thread());
    Links links = subjects.links();
    Markup out = new Markup();
    out.raw("<div class=\"rj\"").attribute("lang", words.language());
    out.attribute("dir", words.direction()).raw(">\n");
    out.element("h2", Heading.of(content.count(), subject.title(), words)).raw("\n");
    if (content.open()) {
      out.raw("<p class=\"rj-write\"><a rel=\"nofollow\"");
      out.attribute("href", links.form(content.thread(), place, null)).raw(">");
      out.text(words.say("write")).raw("</a></p>\n");
    } else {
      out.raw("<p class=\"rj-note\">").text(words.say("closed")).raw("</p>\n");
    }
    CommentList.Frame frame = new CommentList.Frame(links, place, subject.address(), depth);
    new CommentList(out, words, content, frame).write();
    if (part.next() != null) {
      out.raw("<p class=\"rj-more\"><a");
      out.attribute("href", links.page(content.thread(), part.next())).raw(">");
      out.text(words.say("more")).raw("</a></p>\n");
    }
    out.raw("<p class=\"rj-foot\"><a type=\"application/atom+xml\"");
    out.attribute("href", links.feed(content.thread())).raw(">");
    out.text(words.say("feed")).raw("</a></p>\n");
    // In JSON this character stands in strings alone: no text can end the element, or open one.
    String state = new String(part.json(), UTF_8).replace("<", "\\u003c");
    out.raw("<script type=\"application/json\" data-thread-page");
    out.attribute("data-sort", place.sort()).raw(">").raw(state).raw("</script>\n</div>\n");
    return out.bytes();
  }
}
