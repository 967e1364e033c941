package io.rejoinder.comment.rendering;

import org.jspecify.annotations.Nullable;

/** A form that asks for an e-mail address alone, and is sent to its page's own address. */
public final class EmailForm {

  private EmailForm() {}

  /**
   * Writes it.
   *
   * @param button what its button says
   * @param value what was typed before
   * @param error the key of what is wrong with that; null for nothing
   */
  public static void write(
      Markup out, Words words, String button, String value, @Nullable String error) {
    out.raw("<form method=\"post\" accept-charset=\"utf-8\">\n");
    out.raw("<div><label for=\"rj-email\">").text(words.say("email.field"));
    out.raw("</label><input id=\"rj-email\" name=\"email\" type=\"email\" required");
    out.raw(" dir=\"auto\" autocomplete=\"email\"");
    out.raw(error == null ? "" : " aria-invalid=\"true\" aria-describedby=\"rj-error\"");
    out.attribute("value", value).raw(">");
    if (error != null) {
      out.raw("<p class=\"rj-error\" id=\"rj-error\">").text(words.say(error)).raw("</p>");
    }
    out.raw("</div>\n<button>").text(button).raw("</button>\n</form>\n");
  }
}
