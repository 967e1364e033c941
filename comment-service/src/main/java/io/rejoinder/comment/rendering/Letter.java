package io.rejoinder.comment.rendering;

/** A message in the making, in both its forms at once: plain text, and HTML. */
public final class Letter {

  private final StringBuilder text = new StringBuilder(1024);
  private final Markup html = new Markup();

  /** An empty message in a language. */
  public Letter(Words words) {
    html.raw("<!DOCTYPE html>\n<html").attribute("lang", words.language());
    html.attribute("dir", words.direction());
    html.raw("><head><meta charset=\"utf-8\"></head><body>\n");
  }

  /** Adds a paragraph. */
  public void paragraph(String said) {
    text.append(said).append("\n\n");
    html.element("p", said).raw("\n");
  }

  /** Adds what somebody else wrote. */
  public void quote(String said) {
    said.lines().forEach(line -> text.append(line.isEmpty() ? ">" : "> " + line).append('\n'));
    text.append('\n');
    html.raw("<blockquote dir=\"auto\" style=\"white-space:pre-line\">").text(said);
    html.raw("</blockquote>\n");
  }

  /** Adds a link; its address alone where the label is the same. */
  public void link(String address, String label) {
    if (!label.equals(address)) {
      text.append(label).append('\n');
    }
    text.append(address).append("\n\n");
    html.raw("<p><a").attribute("href", address).raw(">").text(label).raw("</a></p>\n");
  }

  /** Ends what it is about: programs for mail fold what stands behind such a line. */
  public void end() {
    text.append("-- \n");
    html.raw("<hr>\n");
  }

  /** It as plain text. */
  public String text() {
    return text.toString().stripTrailing() + "\n";
  }

  /** It as a page. */
  public String html() {
    return html + "</body></html>\n";
  }
}
