package io.rejoinder.bench.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A site to comment on, as a WordPress export (WXR 1.2): reviews without comments, and one review
 * with many.
 */
public final class Export {

  /** The slug of the review with comments; the others are {@code bench-0} and so on. */
  public static final String DISCUSSED = "bench-discussed";

  private static final DateTimeFormatter WORDPRESS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final LocalDateTime FIRST = LocalDateTime.of(2026, 3, 1, 9, 0);

  /** Runs of {@link Commenting} are small numbers; this one is no measured load's. */
  private static final long RUN = 1_000_003;

  private final Phrases phrases = new Phrases();
  private final Names names = new Names(phrases, RUN);
  private final Commenting texts = new Commenting(List.of("/"), RUN);
  private final StringBuilder xml = new StringBuilder(1 << 16);

  private Export() {}

  /**
   * Writes the file.
   *
   * @param reviews without comments
   * @param comments of the one review that has some; every third is a reply to the one before it
   */
  public static void write(Path file, int reviews, int comments) throws IOException {
    Export export = new Export();
    export.start();
    for (int i = 0; i < reviews; i++) {
      export.startReview(i + 1, "bench-" + i);
      export.xml.append("</item>\n");
    }
    export.startReview(reviews + 1, DISCUSSED);
    for (int i = 0; i < comments; i++) {
      export.comment(i);
    }
    export.xml.append("</item>\n</channel>\n</rss>\n");
    Files.writeString(file, export.xml);
  }

  private void start() {
    xml.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
            xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
        <channel>
        <title>Measured</title>
        <link>http://bench.example</link>
        <wp:wxr_version>1.2</wp:wxr_version>
        """);
  }

  private void startReview(int id, String slug) {
    var films = phrases.list("film");
    String date = WORDPRESS.format(FIRST.plusHours(id));
    xml.append(
        """
        <item>
        <title>%s</title>
        <link>http://bench.example/%s/</link>
        <dc:creator>critic</dc:creator>
        <content:encoded><![CDATA[<p>%s</p>]]></content:encoded>
        <wp:post_id>%d</wp:post_id>
        <wp:post_date>%s</wp:post_date>
        <wp:post_date_gmt>%s</wp:post_date_gmt>
        <wp:comment_status>open</wp:comment_status>
        <wp:post_name>%s</wp:post_name>
        <wp:status>publish</wp:status>
        <wp:post_type>post</wp:post_type>
        """
            .formatted(films.get(id % films.size()), slug, text(), id, date, date, slug));
  }

  private void comment(int number) {
    int id = number + 1;
    String date = WORDPRESS.format(FIRST.plusDays(30).plusMinutes(number));
    xml.append(
        """
        <wp:comment>
        <wp:comment_id>%d</wp:comment_id>
        <wp:comment_author><![CDATA[%s]]></wp:comment_author>
        <wp:comment_date>%s</wp:comment_date>
        <wp:comment_date_gmt>%s</wp:comment_date_gmt>
        <wp:comment_content><![CDATA[%s]]></wp:comment_content>
        <wp:comment_approved>1</wp:comment_approved>
        <wp:comment_type></wp:comment_type>
        <wp:comment_parent>%d</wp:comment_parent>
        </wp:comment>
        """
            .formatted(id, name(number), date, date, text(), number % 3 == 2 ? number : 0));
  }

  private String text() {
    ByteBuffer text = ByteBuffer.allocate(4096);
    texts.putText(text);
    return string(text);
  }

  private String name(int number) {
    ByteBuffer name = ByteBuffer.allocate(256);
    names.put(number, name);
    return string(name);
  }

  private static String string(ByteBuffer written) {
    return StandardCharsets.UTF_8.decode(written.flip()).toString();
  }
}
