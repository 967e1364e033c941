package io.rejoinder.review.importing;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a WordPress export (WXR, namespaces {@code http://wordpress.org/export/*}) from beginning
 * to end, one element at a time: memory is bounded by its largest text. A document type declaration
 * is refused, so there are no entities but XML's own.
 */
final class WxrReader {

  private static final Set<String> ITEM_FIELDS =
      Set.of(
          "post_id",
          "post_date",
          "post_date_gmt",
          "comment_status",
          "post_name",
          "status",
          "post_type",
          "post_password");
  private static final Set<String> COMMENT_FIELDS =
      Set.of(
          "comment_id",
          "comment_author",
          "comment_author_email",
          "comment_author_IP",
          "comment_date",
          "comment_date_gmt",
          "comment_content",
          "comment_approved",
          "comment_type",
          "comment_parent");

  /** Longest text of any other element, in characters. */
  private static final int MAX_FIELD = 10_000;

  /** Deepest nesting; an export has five levels. */
  private static final int MAX_DEPTH = 100;

  /**
   * Bounds of the JDK that this reader has better ones for: without a DTD no entity grows, and
   * since JDK 24 they are so narrow that a long review with many escapes would be taken for an
   * attack.
   */
  private static final List<String> OWN_BOUNDS =
      List.of(
          "jdk.xml.maxElementDepth",
          "jdk.xml.maxGeneralEntitySizeLimit",
          "jdk.xml.totalEntitySizeLimit");

  private final WxrHandler handler;
  private final WxrSite site = new WxrSite();
  private final XMLStreamReader xml;
  private int items;
  private int depth;

  private WxrReader(InputStream in, WxrHandler handler) throws XMLStreamException {
    this.handler = handler;
    this.xml = factory().createXMLStreamReader(in);
  }

  private static XMLInputFactory factory() {
    // The JDK's own, whatever else is on the class path: its limits and messages are known.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    OWN_BOUNDS.forEach(bound -> factory.setProperty(bound, "0"));
    return factory;
  }

  /**
   * Reads all.
   *
   * @return how many items there were
   * @throws RefusedFile if the file is not well-formed, or not an export
   * @throws UncheckedIOException if it cannot be read at all
   */
  static int read(InputStream in, WxrHandler handler) throws RefusedFile {
    WxrReader reader = null;
    try {
      reader = new WxrReader(in, handler);
      reader.document();
      return reader.items;
    } catch (XMLStreamException e) {
      throw refused(e, reader);
    }
  }

  private static RefusedFile refused(XMLStreamException e, @Nullable WxrReader reader) {
    Throwable cause = e.getNestedException();
    if (cause instanceof IOException io && !(cause instanceof CharConversionException)) {
      throw new UncheckedIOException("the file cannot be read", io);
    }
    Location at = e.getLocation() != null || reader == null ? e.getLocation() : reader.location();
    String message =
        cause == null ? String.valueOf(e.getMessage()) : String.valueOf(cause.getMessage());
    int detail = message.indexOf("Message: ");
    String reason = detail < 0 ? message : message.substring(detail + "Message: ".length());
    return new RefusedFile(
        at == null ? 1 : Math.max(1, at.getLineNumber()),
        at == null ? 1 : Math.max(1, at.getColumnNumber()),
        "not well-formed: " + reason.replaceAll("\\s+", " ").strip());
  }

  private Location location() {
    return xml.getLocation();
  }

  private RefusedFile refused(String reason) {
    return new RefusedFile(location().getLineNumber(), location().getColumnNumber(), reason);
  }

  private void document() throws XMLStreamException, RefusedFile {
    while (next() != XMLStreamConstants.START_ELEMENT) {
      // Comments and processing instructions before the root.
    }
    if (!xml.getLocalName().equals("rss")) {
      throw refused(
          "root element <%s> (expected: <rss>, as WordPress exports it)"
              .formatted(PlainText.of(xml.getLocalName(), 40)));
    }
    while (child()) {
      if (xml.getLocalName().equals("channel")) {
        channel();
      } else {
        skip();
      }
    }
    while (xml.hasNext()) {
      next();
    }
  }

  private void channel() throws XMLStreamException, RefusedFile {
    while (child()) {
      switch (xml.getLocalName()) {
        case "item" -> item();
        case "author" -> author();
        case "link", "base_blog_url", "base_site_url" -> site.address(text(MAX_FIELD).value());
        default -> skip();
      }
    }
  }

  private void author() throws XMLStreamException, RefusedFile {
    String login = "";
    String name = "";
    while (child()) {
      switch (xml.getLocalName()) {
        case "author_login" -> login = text(MAX_FIELD).value();
        case "author_display_name" -> name = text(MAX_FIELD).value();
        default -> skip();
      }
    }
    site.author(login, name);
  }

  private void item() throws XMLStreamException, RefusedFile {
    WxrItem item = new WxrItem(items++, location().getLineNumber(), site);
    while (child()) {
      String field = itemField();
      if (field == null) {
        skip();
      } else if (field.equals("comment")) {
        comment(item);
      } else {
        item.put(field, text(field.equals("content") ? WxrItem.MAX_CONTENT : MAX_FIELD));
      }
    }
    handler.end(item);
  }

  /** What the element is for us; null for what is passed over. */
  private @Nullable String itemField() {
    String name = xml.getLocalName();
    String namespace = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
    if (isExport(namespace)) {
      return name.equals("comment") || ITEM_FIELDS.contains(name) ? name : null;
    }
    if (name.equals("encoded")) {
      return namespace.contains("/modules/content") ? "content" : "excerpt";
    }
    if (name.equals("creator")) {
      return name;
    }
    boolean rss = namespace.isEmpty() && Set.of("title", "link", "guid", "pubDate").contains(name);
    return rss ? name : null;
  }

  private static boolean isExport(String namespace) {
    return namespace.contains("wordpress.org/export/") && !namespace.contains("/excerpt");
  }

  private void comment(WxrItem item) throws XMLStreamException, RefusedFile {
    int line = location().getLineNumber();
    Map<String, String> fields = new HashMap<>();
    long length = 0;
    while (child()) {
      String name = xml.getLocalName();
      if (!COMMENT_FIELDS.contains(name)) {
        skip();
        continue;
      }
      boolean content = name.equals("comment_content");
      WxrText text = text(content ? WxrComment.MAX_CONTENT : MAX_FIELD);
      length = content ? text.length() : length;
      fields.put(name.substring("comment_".length()), text.value());
    }
    if (item.comments() == 0) {
      handler.beforeComments(item);
    }
    item.countComment();
    handler.comment(item, new WxrComment(line, fields, length));
  }

  /** Goes to the next child of the current element; false at its end. */
  private boolean child() throws XMLStreamException, RefusedFile {
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_ELEMENT) {
        return false;
      }
    }
  }

  private void skip() throws XMLStreamException, RefusedFile {
    text(0);
  }

  /** All text inside the current element, up to its end; elements in it leave their text. */
  private WxrText text(int bound) throws XMLStreamException, RefusedFile {
    StringBuilder kept = new StringBuilder();
    long length = 0;
    int outside = depth - 1;
    while (depth > outside) {
      int event = next();
      if (event == XMLStreamConstants.CHARACTERS
          || event == XMLStreamConstants.CDATA
          || event == XMLStreamConstants.SPACE) {
        length += xml.getTextLength();
        int room = Math.min(bound - kept.length(), xml.getTextLength());
        kept.append(xml.getTextCharacters(), xml.getTextStart(), Math.max(0, room));
      }
    }
    return new WxrText(kept.toString(), length);
  }

  private int next() throws XMLStreamException, RefusedFile {
    int event;
    try {
      event = xml.next();
    } catch (RuntimeException e) {
      // The parser of the JDK has let such through on malformed input.
      throw refused("not well-formed: " + e.getClass().getSimpleName());
    }
    switch (event) {
      case XMLStreamConstants.DTD ->
          throw refused("a document type declaration is not accepted (an export has none)");
      case XMLStreamConstants.ENTITY_REFERENCE -> throw refused("an entity that is not declared");
      case XMLStreamConstants.START_ELEMENT -> {
        if (++depth > MAX_DEPTH) {
          throw refused("nesting: %d (expected: at most %d)".formatted(depth, MAX_DEPTH));
        }
      }
      case XMLStreamConstants.END_ELEMENT -> depth--;
      default -> {}
    }
    return event;
  }
}
