package io.rejoinder.comment.rendering;

import io.rejoinder.comment.rendering.Links.Place;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plain form for a comment, empty or as it was sent.
 *
 * @param token when it was shown, signed
 * @param key the same for each time that this form is sent: twice is one comment
 * @param parent the comment that it replies to; null for none
 * @param sent what it was sent with; null where it is new
 * @param errors what was wrong, by field
 */
record CommentForm(
    String token,
    String key,
    @Nullable String parent,
    @Nullable FormBody sent,
    Map<String, String> errors) {

  private static final int KEY_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  static CommentForm fresh(String token, @Nullable String parent) {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    return new CommentForm(token, HexFormat.of().formatHex(key), parent, null, Map.of());
  }

  /** The form again, as it was sent. */
  static CommentForm again(FormBody sent, Map<String, String> errors) {
    String parent = sent.get("parent");
    return new CommentForm(
        sent.get("token"), sent.get("key"), parent.isEmpty() ? null : parent, sent, errors);
  }

  private String value(String field) {
    return sent == null ? "" : sent.get(field);
  }

  /** Writes it for a thread; {@code to} is the name that is replied to, where it is known. */
  void write(Markup out, Words words, String thread, @Nullable String to) {
    String title =
        parent == null
            ? words.say("form.title")
            : to == null ? words.say("reply.any") : words.say("reply.to", to);
    String action = Links.RELATIVE.page(thread, Place.first(Place.NEWEST));
    out.raw("<form id=\"form\" method=\"post\" accept-charset=\"utf-8\"");
    out.attribute("action", action).raw(">\n");
    out.element("h2", title).raw("\n");
    hidden(out, "token", token);
    hidden(out, "key", key);
    hidden(out, "parent", parent == null ? "" : parent);
    field(out, words, "text");
    out.raw("<p class=\"rj-hint\">").text(words.say("form.formatting")).raw("</p>\n");
    field(out, words, "name");
    field(out, words, "email");
    out.raw("<div class=\"rj-unseen\" aria-hidden=\"true\"><label>");
    out.text(words.say("form.website"));
    out.raw("<input name=\"website\" tabindex=\"-1\" autocomplete=\"off\"></label></div>\n");
    out.raw("<button>").text(words.say("form.send")).raw("</button>\n");
    if (parent != null) {
      out.raw("<p><a").attribute("href", action).raw(">");
      out.text(words.say("reply.cancel")).raw("</a></p>\n");
    }
    out.raw("</form>\n");
  }

  private static void hidden(Markup out, String name, String value) {
    out.raw("<input type=\"hidden\"").attribute("name", name).attribute("value", value);
    out.raw(">\n");
  }

  private void field(Markup out, Words words, String name) {
    String error = errors.get(name);
    boolean text = name.equals("text");
    out.raw("<div><label for=\"rj-").raw(name).raw("\">").text(words.say("form." + name));
    out.raw("</label>").raw(text ? "<textarea rows=\"6\"" : "<input");
    out.raw(" id=\"rj-").raw(name).raw("\" dir=\"auto\"").attribute("name", name);
    out.raw(name.equals("email") ? " type=\"email\"" : "");
    out.raw(text ? "" : " autocomplete=\"" + name + "\"");
    out.raw(name.equals("email") ? "" : " required");
    if (error != null) {
      out.raw(" aria-invalid=\"true\" aria-describedby=\"rj-").raw(name).raw("-error\"");
    }
    if (text) {
      // The first line end behind the tag is not part of the text.
      out.raw(">\n").text(value(name)).raw("</textarea>");
    } else {
      out.attribute("value", value(name)).raw(">");
    }
    if (error != null) {
      out.raw("<p class=\"rj-error\" id=\"rj-").raw(name).raw("-error\">").text(error).raw("</p>");
    }
    out.raw("</div>\n");
  }
}
