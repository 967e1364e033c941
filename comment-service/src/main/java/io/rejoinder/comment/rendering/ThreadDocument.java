package io.rejoinder.comment.rendering;

import io.rejoinder.comment.rendering.Links.Place;
import io.rejoinder.comment.rendering.Subjects.Subject;
import io.rejoinder.comment.rendering.ThreadContent.Shown;
import org.jspecify.annotations.Nullable;

/** A thread's own page: its comments, pages of them, and the form. */
final class ThreadDocument {

  private final Document document;
  private final Subjects subjects;
  private final int depth;
  private final boolean mail;

  /**
   * Pages of threads.
   *
   * @param depth replies are taken down to this many levels below a root
   * @param mail whether there is a mail server: a thread can be followed, and data asked for, by it
   */
  ThreadDocument(Document document, Subjects subjects, int depth, boolean mail) {
    this.document = document;
    this.subjects = subjects;
    this.depth = depth;
    this.mail = mail;
  }

  /** The part of a page that is the same for all readers, to be kept. */
  byte[] comments(Reading.Part part, Place place, Words words) {
    ThreadContent content = part.content();
    Markup out = new Markup();
    if (content.comments().isEmpty() && content.open()) {
      out.raw("<p class=\"rj-note\">").text(words.say("empty")).raw("</p>\n");
    }
    String about = subjects.of(content.thread()).address();
    CommentList.Frame frame = new CommentList.Frame(Links.RELATIVE, place, about, depth);
    new CommentList(out, words, content, frame).write();
    return out.bytes();
  }

  byte[] html(Reading.Part part, Place place, byte[] comments, CommentForm form, Words words) {
    ThreadContent content = part.content();
    Subject subject = subjects.of(content.thread());
    String heading = Heading.of(content.count(), subject.title(), words);
    return document.html(
        words,
        new Document.Parts(
            heading,
            out -> head(out, content.thread(), place, subject, words),
            out -> {
              back(out, subject, words);
              out.element("h1", heading).raw("\n");
              form(out, content, form, words);
              navigation(out, part, place, words);
              out.kept(comments);
              onward(out, part, place, words);
              out.raw("<p><a").attribute("href", Links.RELATIVE.feed(content.thread())).raw(">");
              out.text(words.say("feed")).raw("</a></p>\n");
              if (mail) {
                out.raw("<p><a rel=\"nofollow\"");
                out.attribute("href", Links.RELATIVE.follow(content.thread())).raw(">");
                out.text(words.say("follow.page.title")).raw("</a></p>\n");
                out.raw("<p><a rel=\"nofollow\"").attribute("href", Links.RELATIVE.data()).raw(">");
                out.text(words.say("data.page.title")).raw("</a></p>\n");
              }
            }));
  }

  private static void head(Markup out, String thread, Place place, Subject subject, Words words) {
    out.raw("<link rel=\"alternate\" type=\"application/atom+xml\"");
    out.attribute("title", words.say("feed"));
    out.attribute("href", Links.RELATIVE.feed(thread)).raw(">\n");
    if (subject.title() == null || place.after() != null || place.before() != null) {
      return;
    }
    // The review's page has the same first comments, and the review.
    out.raw("<link rel=\"canonical\"").attribute("href", subject.address()).raw(">\n");
  }

  private static void back(Markup out, Subject subject, Words words) {
    if (subject.title() != null) {
      out.raw("<p><a").attribute("href", subject.address()).raw(">");
      out.text(words.say("back", subject.title())).raw("</a></p>\n");
    }
  }

  private static void form(Markup out, ThreadContent content, CommentForm form, Words words) {
    boolean again = form.sent() != null;
    if (again) {
      String whole = form.errors().getOrDefault("", words.say("form.wrong"));
      out.raw("<p class=\"rj-failure\" role=\"alert\">").text(whole).raw("</p>\n");
    }
    if (!content.open()) {
      out.raw("<p class=\"rj-note\">").text(words.say("closed")).raw("</p>\n");
    }
    if (content.open() || again) {
      Shown to = form.parent() == null ? null : content.find(form.parent());
      form.write(out, words, content.thread(), to == null ? null : to.name());
    }
  }

  private static void navigation(Markup out, Reading.Part part, Place place, Words words) {
    if (part.content().count() < 2) {
      return;
    }
    out.raw("<nav").attribute("aria-label", words.say("nav.order")).raw(">");
    for (String sort : java.util.List.of(Place.NEWEST, Place.OLDEST)) {
      boolean here = sort.equals(place.sort()) && part.previous() == null;
      link(out, here ? null : Place.first(sort), part.content().thread(), words.say(sort));
    }
    out.raw("</nav>\n");
  }

  private static void onward(Markup out, Reading.Part part, Place place, Words words) {
    if (part.next() == null && part.previous() == null) {
      return;
    }
    boolean oldest = place.sort().equals(Place.OLDEST);
    String thread = part.content().thread();
    out.raw("<nav").attribute("aria-label", words.say("nav.pages")).raw(">");
    if (part.previous() != null) {
      link(out, part.previous(), thread, words.say(oldest ? "older" : "newer"));
    }
    if (part.next() != null) {
      link(out, part.next(), thread, words.say(oldest ? "newer" : "older"));
    }
    out.raw("</nav>\n");
  }

  private static void link(Markup out, @Nullable Place to, String thread, String label) {
    if (to == null) {
      out.raw("<strong aria-current=\"page\">").text(label).raw("</strong>");
      return;
    }
    out.raw("<a").attribute("href", Links.RELATIVE.page(thread, to)).raw(">");
    out.text(label).raw("</a>");
  }
}
