package io.rejoinder.comment.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.comment.edge.FormTokens;
import io.rejoinder.events.Secret;
import io.rejoinder.events.comment.Circumstances;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class FormsTest {

  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  private static final DisposableDomains DISPOSABLE = DisposableDomains.shipped();

  private static FormTokens tokens(int secretByte, Duration later) {
    byte[] secret = new byte[32];
    secret[0] = (byte) secretByte;
    return new FormTokens(
        Secret.of(Base64.getEncoder().encodeToString(secret)),
        Clock.fixed(AT.plus(later), ZoneOffset.UTC));
  }

  private static Circumstances posted(String token, String website, String email, int seconds) {
    Forms forms = new Forms(tokens(1, Duration.ofSeconds(seconds)), DISPOSABLE);
    Draft.Person author = new Draft.Person("Ada", email);
    return forms.of(new Draft("text", author, null, new Draft.Form(token, website), null), false);
  }

  @Test
  void secondsSinceTheFormWasShownAreKnownByItsToken() {
    String token = tokens(1, Duration.ZERO).token();
    assertThat(posted(token, "", null, 42).formSeconds()).isEqualTo(42);
  }

  @Test
  void tokenThatIsForeignForgedOldOrOfTheFutureSaysNothing() {
    String token = tokens(1, Duration.ZERO).token();
    String foreign = tokens(2, Duration.ZERO).token();
    String earlier = Long.toString(AT.getEpochSecond() - 60, 36);
    String forged = earlier + token.substring(token.indexOf('.'));
    for (String none : new String[] {foreign, forged, "", ".", "zzzzzzzzzzzzzzzz.x", null}) {
      assertThat(posted(none, "", null, 1).formSeconds()).isNull();
    }
    assertThat(posted(token, "", null, 100_000).formSeconds()).isNull();
    assertThat(posted(token, "", null, -5).formSeconds()).isNull();
  }

  @Test
  void postWithoutAFormHasNoEvidenceInIt() {
    Forms forms = new Forms(tokens(1, Duration.ZERO), DISPOSABLE);
    Draft draft = new Draft("text", new Draft.Person("Ada", null), null, null, null);
    assertThat(forms.of(draft, false)).isEqualTo(new Circumstances(null, false, false));
    assertThat(forms.of(draft, true)).isEqualTo(new Circumstances(null, false, false, true));
  }

  @Test
  void filledHoneypotIsSeen() {
    assertThat(posted(null, " http://x ", null, 1).honeypotFilled()).isTrue();
    assertThat(posted(null, " ", null, 1).honeypotFilled()).isFalse();
  }

  @Test
  void disposableDomainIsKnownWithThoseBelowIt() {
    assertThat(posted(null, "", "a@mailinator.com", 1).disposableEmail()).isTrue();
    assertThat(posted(null, "", "a@x.MAILINATOR.com", 1).disposableEmail()).isTrue();
    assertThat(posted(null, "", "a@notmailinator.example.com", 1).disposableEmail()).isFalse();
  }
}
