package io.rejoinder.comment.rendering;

import io.rejoinder.comment.rendering.Links.Place;
import io.rejoinder.comment.rendering.ThreadContent.Shown;
import java.util.List;

/**
 * Writes comments as nested lists, each with schema.org's {@code Comment} as microdata: the text
 * stands in the page once, for people and for machines.
 */
final class CommentList {

  private static final int TONES = 6;

  private final Markup out;
  private final Words words;
  private final ThreadContent content;
  private final Frame frame;

  /**
   * What stands around the list.
   *
   * @param links where its links lead
   * @param place the part of the thread that it shows
   * @param about the address of the page that the thread is about
   * @param depth replies are taken down to this many levels below a root
   */
  record Frame(Links links, Place place, String about, int depth) {}

  CommentList(Markup out, Words words, ThreadContent content, Frame frame) {
    this.out = out;
    this.words = words;
    this.content = content;
    this.frame = frame;
  }

  void write() {
    if (!content.comments().isEmpty()) {
      list(content.comments(), 0, false);
    }
  }

  private void list(List<Shown> comments, int depth, boolean inside) {
    out.raw("<ol class=\"rj-list\">\n");
    comments.forEach(comment -> item(comment, depth, inside));
    out.raw("</ol>\n");
  }

  /** {@code inside} where an item of schema.org is open, of which this is a part. */
  private void item(Shown comment, int depth, boolean inside) {
    String anchor = "comment-" + comment.id();
    out.raw("<li").attribute("id", anchor);
    if (comment.html() != null) {
      out.raw(inside ? " itemprop=\"comment\"" : "");
      out.raw(" itemscope itemtype=\"https://schema.org/Comment\"");
      out.attribute("itemid", "#" + anchor);
    }
    out.raw(">\n");
    if (comment.html() == null) {
      out.raw("<p class=\"rj-gone\">").text(words.say("removed")).raw("</p>\n");
    } else {
      article(comment, comment.html(), depth);
    }
    if (!comment.replies().isEmpty()) {
      list(comment.replies(), depth + 1, comment.html() != null);
    }
    if (Boolean.TRUE.equals(comment.repliesOmitted())) {
      out.raw("<p class=\"rj-note\">").text(words.say("omitted")).raw("</p>\n");
    }
    out.raw("</li>\n");
  }

  private void article(Shown comment, String html, int depth) {
    out.raw("<article>\n");
    header(comment);
    out.raw("<div class=\"rj-prose\" dir=\"auto\" itemprop=\"text\">")
        .raw(Prose.inPage(html, words))
        .raw("</div>\n");
    relations(comment);
    out.raw("<p class=\"rj-actions\">");
    if (content.open() && depth < frame.depth()) {
      String form = frame.links().form(content.thread(), frame.place(), comment.id());
      out.raw("<a rel=\"nofollow\"").attribute("href", form);
      out.attribute("aria-label", words.say("reply.to", comment.name())).raw(">");
      out.text(words.say("reply")).raw("</a>");
    }
    out.raw("</p>\n</article>\n");
  }

  private void header(Shown comment) {
    String name = comment.name();
    out.raw("<header><span class=\"rj-avatar rj-tone-").raw(Integer.toString(tone(name)));
    out.raw("\" aria-hidden=\"true\">").text(initial(name)).raw("</span><span class=\"rj-by\">");
    out.raw("<span itemprop=\"author\" itemscope itemtype=\"https://schema.org/Person\">");
    out.raw("<bdi class=\"rj-author\" itemprop=\"name\">").text(name).raw("</bdi></span> ");
    if (comment.verified()) {
      out.raw("<span class=\"rj-verified\">").text(words.say("verified")).raw("</span> ");
    }
    out.raw("<a class=\"rj-when\" itemprop=\"url\"");
    out.attribute("href", "#comment-" + comment.id());
    out.attribute("title", words.say("permalink", name)).raw(">");
    out.raw("<time itemprop=\"datePublished\"");
    out.attribute("datetime", comment.createdAt().toString()).raw(">");
    out.text(words.date(comment.createdAt())).raw("</time></a>");
    if (comment.revisedAt() != null) {
      out.raw(" <span class=\"rj-when\">· ").text(words.say("edited")).raw("</span>");
    }
    out.raw("</span></header>\n");
  }

  /** What machines read: where it belongs, when it was changed, how many like it. */
  private void relations(Shown comment) {
    out.raw("<link itemprop=\"about\"").attribute("href", frame.about()).raw(">");
    if (comment.parent() != null) {
      out.raw("<link itemprop=\"parentItem\"");
      out.attribute("href", "#comment-" + comment.parent()).raw(">");
    }
    if (comment.revisedAt() != null) {
      out.raw("<meta itemprop=\"dateModified\"");
      out.attribute("content", comment.revisedAt().toString()).raw(">");
    }
    if (comment.likes() != null) {
      out.raw("<meta itemprop=\"upvoteCount\"");
      out.attribute("content", comment.likes().toString()).raw(">");
    }
    out.raw("\n");
  }

  private static String initial(String name) {
    return name.codePoints()
        .filter(Character::isLetterOrDigit)
        .limit(1)
        .mapToObj(Character::toString)
        .map(letter -> letter.toUpperCase(java.util.Locale.ROOT))
        .findFirst()
        .orElse("·");
  }

  /** The colour that the widget gives this name, so that nothing changes when it takes over. */
  private static int tone(String name) {
    return name.codePoints().reduce(7, (sum, letter) -> (sum * 31 + letter) % 9973) % TONES;
  }
}
