package io.rejoinder.comment.rendering;

import io.rejoinder.comment.rendering.Links.Place;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where an author's comment stands, with plain forms to edit it and to take it back. */
final class SubmissionDocument {

  /** Screening takes well below a second; a moderator takes as long as it takes. */
  private static final Map<String, Integer> LOOK_AGAIN_SECONDS = Map.of("checking", 2, "held", 30);

  private final Document document;

  SubmissionDocument(Document document) {
    this.document = document;
  }

  /**
   * What a page is made of.
   *
   * @param standing how the submission stands
   * @param thread its thread
   * @param token what its author is known by
   * @param editing whether its author asked for the forms: then the page stays as it is
   * @param failure what went wrong with an edit or a withdrawal
   * @param text a text that was not taken
   */
  record Content(
      Standing standing,
      String thread,
      String token,
      boolean editing,
      @Nullable String failure,
      @Nullable String text) {

    boolean looksAgain() {
      return standing.undecided() && !editing && failure == null;
    }

    String address() {
      return Links.RELATIVE.submission(standing.id(), thread, token);
    }
  }

  byte[] html(Content content, Words words) {
    Standing standing = content.standing();
    return document.html(
        words,
        new Document.Parts(
            words.say("status.title"),
            out -> head(out, content),
            out -> {
              out.element("h1", words.say("status.title")).raw("\n");
              if (content.failure() != null) {
                out.raw("<p class=\"rj-failure\" role=\"alert\">").text(content.failure());
                out.raw("</p>\n");
              }
              standing(out, standing, words);
              if (standing.html() != null && !standing.state().equals("withdrawn")) {
                out.raw("<div class=\"rj-prose\" dir=\"auto\">")
                    .raw(Prose.inPage(standing.html(), words));
                out.raw("</div>\n");
              }
              links(out, content, words);
              if (standing.editable() && !content.looksAgain()) {
                edit(out, content, words);
                withdraw(out, content, words);
              }
            }));
  }

  private static void head(Markup out, Content content) {
    out.raw("<meta name=\"robots\" content=\"noindex\">\n");
    Integer seconds = LOOK_AGAIN_SECONDS.get(content.standing().state());
    if (seconds != null && content.looksAgain()) {
      out.raw("<meta http-equiv=\"refresh\"").attribute("content", seconds.toString());
      out.raw(">\n");
    }
  }

  private static void standing(Markup out, Standing standing, Words words) {
    out.raw("<div class=\"rj-standing\" role=\"status\"").attribute("data-state", standing.state());
    out.raw("><p><strong>").text(words.say("status." + standing.state())).raw("</strong>");
    if (standing.reason() != null) {
      String key = "reason." + standing.reason().code();
      out.raw(" ").text(words.say(words.has(key) ? key : "reason.other"));
    }
    out.raw("</p>");
    if (standing.undecided()) {
      out.element("p", words.say("status." + standing.state() + ".more"));
    }
    out.raw("</div>\n");
  }

  private static void links(Markup out, Content content, Words words) {
    out.raw("<nav>");
    if (content.standing().state().equals("published")) {
      link(
          out, Links.RELATIVE.comment(content.standing().id()), words.say("status.published.link"));
    }
    if (content.standing().editable() && content.looksAgain()) {
      link(out, content.address() + "&edit=1", words.say("status.change"));
    }
    String page = Links.RELATIVE.page(content.thread(), Place.first(Place.NEWEST));
    link(out, page, words.say("back.untitled"));
    out.raw("</nav>\n");
  }

  /** The address that a link comes from holds the token: where it leads is not told. */
  private static void link(Markup out, String address, String label) {
    out.raw("<a rel=\"noreferrer\"").attribute("href", address).raw(">");
    out.text(label).raw("</a>");
  }

  private static void edit(Markup out, Content content, Words words) {
    Standing standing = content.standing();
    String text = content.text() == null ? standing.text() : content.text();
    form(out, content, "revise");
    out.raw("<input type=\"hidden\" name=\"revision\"");
    out.attribute("value", String.valueOf(standing.revision()))
        .raw(">\n<div><label for=\"rj-text\">");
    out.text(words.say("status.edit")).raw("</label><textarea id=\"rj-text\" name=\"text\"");
    out.raw(" rows=\"6\" dir=\"auto\" required>\n").text(text == null ? "" : text);
    out.raw("</textarea></div>\n<button>").text(words.say("status.save"));
    out.raw("</button>\n</form>\n");
  }

  private static void withdraw(Markup out, Content content, Words words) {
    form(out, content, "withdraw");
    out.element("p", words.say("status.withdraw.sure")).raw("\n<button class=\"rj-quiet\">");
    out.text(words.say("status.withdraw")).raw("</button>\n</form>\n");
  }

  private static void form(Markup out, Content content, String action) {
    out.raw("<form method=\"post\" accept-charset=\"utf-8\"")
        .attribute("action", content.address());
    out.raw(">\n<input type=\"hidden\" name=\"action\"").attribute("value", action).raw(">\n");
  }
}
