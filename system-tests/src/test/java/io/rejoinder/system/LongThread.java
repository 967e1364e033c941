package io.rejoinder.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An export of one review with 200 comments, as long as those of a lively blog. */
final class LongThread {

  static final String SLUG = "a-long-evening";
  static final int COMMENTS = 200;

  private static final List<String> WORDS =
      List.of(
          ("the film a scene that light of and in it was not but her his voice road night morning"
                  + " camera silence ending beginning actor music town winter long slow bright"
                  + " remember watched twice never always perhaps almost nobody everyone critic"
                  + " review letter train station harbour window kitchen stranger brother mother"
                  + " laugh whisper colour shadow second first last hour minute cinema row")
              .split(" "));

  private static final LocalDateTime BEGINNING = LocalDateTime.of(2026, 10, 9, 9, 0);
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private LongThread() {}

  static Path export() {
    return export(COMMENTS);
  }

  /** The same with as many comments, one a minute. */
  static Path export(int comments) {
    Random random = new Random(4);
    StringBuilder out = new StringBuilder(200_000);
    out.append("<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"")
        .append(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"")
        .append(" xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>Long</title>")
        .append("<link>https://long.example</link><wp:wxr_version>1.2</wp:wxr_version><item>")
        .append("<title>A Long Evening</title><link>https://long.example/e/</link>")
        .append("<dc:creator>Clara Weiss</dc:creator><content:encoded><![CDATA[<p>")
        .append(sentence(random, 120))
        .append("</p>]]></content:encoded><wp:post_id>1</wp:post_id>")
        .append("<wp:post_date_gmt>2026-10-08 18:00:00</wp:post_date_gmt>")
        .append("<wp:comment_status>open</wp:comment_status><wp:post_name>")
        .append(SLUG)
        .append("</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>");
    for (int i = 1; i <= comments; i++) {
      // Three of four answer one of the last ten.
      int parent = i > 10 && random.nextInt(4) > 0 ? i - 1 - random.nextInt(10) : 0;
      out.append(
          """
          <wp:comment><wp:comment_id>%d</wp:comment_id><wp:comment_author>Reader %d</wp:comment_author>\
          <wp:comment_date_gmt>%s</wp:comment_date_gmt><wp:comment_content>%s\
          </wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_parent>%d\
          </wp:comment_parent></wp:comment>
          """
              .formatted(
                  i,
                  i % 60,
                  DATE.format(BEGINNING.plusMinutes(i)),
                  sentence(random, 20 + i % 70),
                  parent));
    }
    out.append("</item></channel></rss>");
    try {
      Path file = Files.createTempFile("long-thread", ".xml");
      file.toFile().deleteOnExit();
      return Files.writeString(file, out);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String sentence(Random random, int words) {
    return Stream.generate(() -> WORDS.get(random.nextInt(WORDS.size())))
        .limit(words)
        .collect(Collectors.joining(" ", "Well, ", "."));
  }
}
