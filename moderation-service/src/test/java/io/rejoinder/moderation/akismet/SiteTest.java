package io.rejoinder.moderation.akismet;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.Sealed;
import io.rejoinder.events.Sealer;
import io.rejoinder.events.Secret;
import io.rejoinder.events.comment.CommentId;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SiteTest {

  private static final String TOKEN = "t-0b1c2d3e4f5a6978";
  private static final Secret SECRET =
      Secret.of(
          Base64.getEncoder()
              .encodeToString(
                  "0123456789abcdef0123456789abcdef"
                      .getBytes(java.nio.charset.StandardCharsets.UTF_8)));

  private final Site site = new Site(SECRET);

  private static Submission from(String ip, String page, String text) {
    return Submission.of(
        SubmissionTest.form("user_ip", ip, "permalink", page, "comment_content", text));
  }

  private String addressOf(String ip) {
    Submission one = from(ip, "p", "x");
    Sealed address = site.author(site.comment(TOKEN, one), one).address();
    return address == null ? "none" : address.hash();
  }

  @Test
  void sameCommentHasTheSameId() {
    CommentId id = site.comment(TOKEN, from("192.0.2.7", "p", "x"));
    assertThat(site.comment(TOKEN, from("192.0.2.7", "p", "x"))).isEqualTo(id);
    assertThat(site.comment("t-1", from("192.0.2.7", "p", "x"))).isNotEqualTo(id);
    assertThat(site.comment(TOKEN, from("192.0.2.8", "p", "x"))).isNotEqualTo(id);
    assertThat(site.comment(TOKEN, from("192.0.2.7", "p", "y"))).isNotEqualTo(id);
    assertThat(new Verdict(id, true, false).guid())
        .hasSize(36)
        .isEqualTo(new Verdict(id, false, false).guid());
  }

  @Test
  void eachKeyIsASiteWithPagesOfItsOwn() {
    String thread = site.thread(TOKEN, from("192.0.2.7", "p", "x")).value();
    assertThat(thread).startsWith(TOKEN + "-").hasSize(35);
    assertThat(site.thread(TOKEN, from("192.0.2.8", "p", "y")).value()).isEqualTo(thread);
    assertThat(site.thread(TOKEN, from("192.0.2.7", "q", "x")).value()).isNotEqualTo(thread);
    assertThat(site.thread("t-1", from("192.0.2.7", "p", "x")).value()).isNotEqualTo(thread);
  }

  /** As the edge that takes the installation's own comments writes them. */
  @Test
  void addressIsTheSameAuthorAsInTheInstallationsOwnThreads() {
    Sealer sealer = new Sealer(SECRET);
    assertThat(addressOf("192.0.2.7")).isEqualTo(sealer.seal("192.0.2.7").hash());
    assertThat(addressOf("2001:db8:0:1::2")).isEqualTo(sealer.seal("2001:db8:0:1::/64").hash());
    assertThat(addressOf("2001:db8:0:1:ffff::3")).isEqualTo(addressOf("2001:db8:0:1::2"));
    assertThat(addressOf("somewhere.example")).isEqualTo("none");
  }

  @Test
  void authorsWithoutANameAreNotOne() {
    Submission one = from("192.0.2.7", "p", "x");
    Submission other = from("192.0.2.7", "p", "y");
    assertThat(site.author(site.comment(TOKEN, one), one).name())
        .isNotEqualTo(site.author(site.comment(TOKEN, other), other).name())
        .hasSizeLessThanOrEqualTo(80);
  }
}
