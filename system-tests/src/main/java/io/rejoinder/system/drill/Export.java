package io.rejoinder.system.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A WordPress export that the drill writes for itself: how reviews come to be. */
final class Export {

  static final int REVIEWS = 10;
  static final int COMMENTS_EACH = 3;
  static final int COMMENTS = REVIEWS * COMMENTS_EACH;

  private Export() {}

  static Path write(Path file) {
    StringBuilder xml = new StringBuilder();
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"");
    xml.append(" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"");
    xml.append(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"");
    xml.append(" xmlns:wp=\"http://wordpress.org/export/1.2/\">\n<channel>\n");
    xml.append("<title>Drill</title><link>https://drill.example</link>");
    xml.append("<wp:wxr_version>1.2</wp:wxr_version>\n");
    for (int review = 1; review <= REVIEWS; review++) {
      append(xml, review);
    }
    xml.append("</channel>\n</rss>\n");
    try {
      return Files.writeString(file, xml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void append(StringBuilder xml, int review) {
    xml.append(
        """
        <item><title>Review %1$d</title><link>https://drill.example/?p=%1$d</link>
        <dc:creator>critic</dc:creator><content:encoded><![CDATA[<p>Review %1$d.</p>]]></content:encoded>
        <wp:post_id>%1$d</wp:post_id><wp:post_date_gmt>2025-03-01 10:00:00</wp:post_date_gmt>
        <wp:comment_status>open</wp:comment_status><wp:post_name>review-%1$d</wp:post_name>
        <wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
        """
            .formatted(review));
    for (int comment = 1; comment <= COMMENTS_EACH; comment++) {
      xml.append(
          """
          <wp:comment><wp:comment_id>%1$d</wp:comment_id>
          <wp:comment_author>Reader %1$d</wp:comment_author>
          <wp:comment_date_gmt>2025-03-02 10:00:%2$02d</wp:comment_date_gmt>
          <wp:comment_content>Imported %1$d under review %3$d.</wp:comment_content>
          <wp:comment_approved>1</wp:comment_approved><wp:comment_parent>0</wp:comment_parent>
          </wp:comment>
          """
              .formatted(review * 100 + comment, comment, review));
    }
    xml.append("</item>\n");
  }
}
