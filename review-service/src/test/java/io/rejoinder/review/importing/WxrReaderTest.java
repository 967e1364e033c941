package io.rejoinder.review.importing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WxrReaderTest {

  private final List<String> titles = new ArrayList<>();
  private final List<WxrComment> comments = new ArrayList<>();
  private final WxrHandler handler =
      new WxrHandler() {
        @Override
        public void beforeComments(WxrItem item) {}

        @Override
        public void comment(WxrItem item, WxrComment comment) {
          comments.add(comment);
        }

        @Override
        public void end(WxrItem item) {
          titles.add(item.field("title"));
        }
      };

  private int read(byte[] bytes) throws RefusedFile {
    return WxrReader.read(new ByteArrayInputStream(bytes), handler);
  }

  private static String export(String version, String items) {
    return """
        <rss xmlns:content="http://purl.org/rss/1.0/modules/content/"
             xmlns:wp="http://wordpress.org/export/%s/">
        <channel>%s</channel></rss>
        """
        .formatted(version, items);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "1.1", "1.2"})
  void everyVersionOfTheFormatIsRead(String version) throws RefusedFile {
    String item =
        "<item><title>A</title><wp:comment><wp:comment_id>3</wp:comment_id></wp:comment></item>";

    assertThat(read(export(version, item).getBytes(UTF_8))).isEqualTo(1);
    assertThat(comments).hasSize(1);
    assertThat(comments.get(0).field("id")).isEqualTo("3");
  }

  @Test
  void malformedFileIsRefusedWithTheLine() {
    byte[] file = export("1.2", "\n<item>\n<title>A</titel>\n</item>").getBytes(UTF_8);

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(RefusedFile.class)
        .hasMessageContaining("line 5, column ")
        .hasMessageContaining("not well-formed");
  }

  @Test
  void cutOffFileIsRefused() {
    byte[] file = export("1.2", "<item><title>A</title></item>").substring(0, 150).getBytes(UTF_8);

    assertThatThrownBy(() -> read(file)).isInstanceOf(RefusedFile.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "no markup", "<html><body/></html>", "<a", "<rss></rss><rss/>"})
  void whatIsNoExportIsRefused(String file) {
    assertThatThrownBy(() -> read(file.getBytes(UTF_8)))
        .isInstanceOf(RefusedFile.class)
        .hasMessageStartingWith("line 1, column ");
  }

  @Test
  void entitiesThatExplodeAreNeverExpanded() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 \"lol\">");
    for (int i = 1; i < 20; i++) {
      bomb.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10));
      bomb.append("\">");
    }
    byte[] file = bomb.append("]><rss><channel>&a19;</channel></rss>").toString().getBytes(UTF_8);

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(RefusedFile.class)
        .hasMessageContaining("document type declaration");
  }

  @Test
  void entitiesOfOtherFilesAreNeverRead() {
    String file =
        "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
            + "<rss><channel><item><title>&x;</title></item></channel></rss>";

    assertThatThrownBy(() -> read(file.getBytes(UTF_8)))
        .isInstanceOf(RefusedFile.class)
        .hasMessageContaining("document type declaration");
    assertThat(titles).isEmpty();
  }

  @Test
  void entityThatIsNotDeclaredIsRefused() {
    byte[] file = export("1.2", "<item><title>a&nbsp;b</title></item>").getBytes(UTF_8);

    assertThatThrownBy(() -> read(file)).isInstanceOf(RefusedFile.class);
  }

  @Test
  void nestingWithoutEndIsRefused() {
    byte[] file = export("1.2", "<a>".repeat(1_000) + "</a>".repeat(1_000)).getBytes(UTF_8);

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(RefusedFile.class)
        .hasMessageContaining("nesting: 101 (expected: at most 100)");
  }

  @Test
  void byteOrderMarkAndOtherEncodingsAreRead() throws RefusedFile {
    String item = "<item><title>Übermut</title></item>";
    ByteArrayOutputStream marked = new ByteArrayOutputStream();
    marked.writeBytes(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
    marked.writeBytes(export("1.2", item).getBytes(UTF_8));

    read(marked.toByteArray());
    read(
        ("<?xml version='1.0' encoding='ISO-8859-1'?>" + export("1.2", item)).getBytes(ISO_8859_1));
    read(("<?xml version='1.0' encoding='UTF-16'?>" + export("1.2", item)).getBytes(UTF_16));

    assertThat(titles).containsExactly("Übermut", "Übermut", "Übermut");
  }

  @Test
  void bytesThatAreNotTheDeclaredEncodingAreRefused() {
    byte[] file = export("1.2", "<item><title>Übermut</title></item>").getBytes(ISO_8859_1);

    assertThatThrownBy(() -> read(file)).isInstanceOf(RefusedFile.class);
  }

  @Test
  void manyEscapesAreNotTakenForAnAttack() throws RefusedFile {
    String item = "<item><title>" + "&amp;&#33;".repeat(300_000) + "</title></item>";

    assertThat(read(export("1.2", item).getBytes(UTF_8))).isEqualTo(1);
    assertThat(titles.get(0)).startsWith("&!&!").hasSize(10_000);
  }

  @Test
  void memoryDoesNotGrowWithTheFile() throws RefusedFile {
    String comment =
        "<wp:comment><wp:comment_content>"
            + "x".repeat(50_000)
            + "</wp:comment_content></wp:comment>";
    Tally tally = new Tally();

    WxrReader.read(repeated(comment, 2_000), tally);

    assertThat(tally.comments).isEqualTo(2_000);
    assertThat(tally.longest).isEqualTo(50_000);
  }

  /** 100 MB of comments in one item, made while it is read. */
  @SuppressWarnings("JdkObsolete") // What SequenceInputStream takes.
  private static InputStream repeated(String comment, int times) {
    Iterator<String> parts =
        Stream.of(
                Stream.of("<rss xmlns:wp='http://wordpress.org/export/1.2/'><channel><item>"),
                Stream.generate(() -> comment).limit(times),
                Stream.of("</item></channel></rss>"))
            .flatMap(part -> part)
            .iterator();
    return new SequenceInputStream(
        new Enumeration<>() {
          @Override
          public boolean hasMoreElements() {
            return parts.hasNext();
          }

          @Override
          public InputStream nextElement() {
            return new ByteArrayInputStream(parts.next().getBytes(UTF_8));
          }
        });
  }

  private static final class Tally implements WxrHandler {
    private int comments;
    private int longest;

    @Override
    public void beforeComments(WxrItem item) {}

    @Override
    public void comment(WxrItem item, WxrComment comment) {
      comments++;
      longest = Math.max(longest, comment.field("content").length());
    }

    @Override
    public void end(WxrItem item) {}
  }
}
