package io.rejoinder.comment.rendering;

import io.rejoinder.comment.edge.Reply;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/** A whole page: what every one of them has around its content. */
public final class Document {

  static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

  private final Sheet sheet;

  Document(Sheet sheet) {
    this.sheet = sheet;
  }

  /**
   * A page's own parts.
   *
   * @param title in the browser's title bar
   * @param head further elements of its head
   * @param main its content
   */
  public record Parts(String title, Consumer<Markup> head, Consumer<Markup> main) {}

  /** The page in UTF-8. */
  public byte[] html(Words words, Parts parts) {
    Markup out = new Markup();
    out.raw("<!DOCTYPE html>\n<html").attribute("lang", words.language());
    out.attribute("dir", words.direction()).raw(">\n<head>\n<meta charset=\"utf-8\">\n");
    out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
    out.element("title", parts.title()).raw("\n");
    parts.head().accept(out);
    out.raw("<style>").raw(sheet.css()).raw("</style>\n</head>\n<body>\n<main class=\"rj\">\n");
    parts.main().accept(out);
    return out.raw("</main>\n</body>\n</html>\n").bytes();
  }

  /**
   * A page as an answer. {@code same-origin}: an address may hold a token, so no other site is told
   * it; yet with {@code no-referrer} browsers would hide the origin of this page's own forms.
   */
  public Reply reply(HttpStatusCode status, byte[] html) {
    return new Reply(status, HTML, html)
        .header("Content-Security-Policy", sheet.policy())
        .header("Referrer-Policy", "same-origin")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.VARY, "Accept-Language, Origin");
  }
}
