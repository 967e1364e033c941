package io.rejoinder.moderation.akismet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class SubmissionTest {

  static Form form(String... namesAndValues) {
    MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
    fields.add("blog", "https://blog.example/");
    fields.add("user_ip", "192.0.2.7");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.set(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Form(fields);
  }

  private static Submission of(String... namesAndValues) {
    return Submission.of(form(namesAndValues));
  }

  @Test
  void takesTheFieldsOfTheProtocol() {
    assertThat(
            of(
                "permalink", "https://blog.example/post/1",
                "comment_author", " Anna ",
                "comment_author_email", "anna@example.org",
                "comment_author_url", "https://anna.example/",
                "comment_content", "A text.",
                "user_role", "subscriber"))
        .isEqualTo(
            new Submission(
                "https://blog.example/post/1",
                "192.0.2.7",
                "Anna",
                "anna@example.org",
                "https://anna.example/",
                "A text.",
                "subscriber",
                false,
                false,
                false));
  }

  @Test
  void blogStandsForAPageThatIsNotNamed() {
    assertThat(of())
        .returns("https://blog.example/", Submission::page)
        .returns("", Submission::content);
  }

  @Test
  void whatHasToBeThereIsNamed() {
    Map.of("blog", "Missing required field: blog.", "user_ip", "Missing required field: user_ip.")
        .forEach(
            (field, text) ->
                assertThatThrownBy(() -> of(field, " "))
                    .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.body()).isEqualTo(text))
                    .hasMessage(text));
  }

  @Test
  void textIsBoundedAndOtherFieldsAreCut() {
    assertThat(of("comment_content", "😀".repeat(20_000)).content()).hasSize(40_000);
    assertThatThrownBy(() -> of("comment_content", "x".repeat(20_001)))
        .hasMessage("comment_content: 20001 characters (expected: at most 20000)");
    assertThat(of("comment_author", "😀".repeat(90)).name()).isEqualTo("😀".repeat(80));
    assertThat(of("comment_author_email", "x".repeat(300)).email()).hasSize(254);
  }

  @Test
  void honeypotIsTheFieldThatIsNamedOrTheUsualOne() {
    assertThat(of("honeypot_field_name", "trap", "trap", "").honeypot()).isFalse();
    assertThat(of("honeypot_field_name", "trap", "trap", "filled").honeypot()).isTrue();
    assertThat(of("hidden_honeypot_field", "filled").honeypot()).isTrue();
    assertThat(of("trap", "filled").honeypot()).isFalse();
  }

  @Test
  void tryingAndCheckingAgainIsNoTraffic() {
    assertThat(of("is_test", "0").fresh()).isTrue();
    assertThat(of("is_test", "1").fresh()).isFalse();
    assertThat(of("is_test", "true").fresh()).isFalse();
    assertThat(of("recheck_reason", "edit").fresh()).isFalse();
  }

  @Test
  void tellsNothingOfAComment() {
    assertThat(of("comment_content", "secret text")).hasToString("Submission");
    assertThat(form("comment_content", "secret text").toString()).doesNotContain("secret");
  }
}
