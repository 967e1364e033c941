package io.rejoinder.moderation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.rejoinder.events.comment.Span;
import io.rejoinder.moderation.text.Canonical;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ShippedModelTest {

  private static final ShippedModel SHIPPED = ShippedModel.load();

  @Test
  void tellsAdvertisingAndAbuseFromTalkOfFilms() {
    assertThat(spam("Please subscribe to my channel and check out my new video")).isGreaterThan(4);
    assertThat(spam("The second half drags, but the last scene made up for it.")).isLessThan(-1);
    assertThat(toxicity("You are a stupid moron, go and kill yourself")).isGreaterThan(2);
    assertThat(toxicity("Thank you for this fine review, I agree.")).isLessThan(-2);
  }

  @Test
  void anInsultThatNoTrainingTextHadIsKnownByThoseLikeIt() {
    assertThat(toxicity("What a nincompoop you are"))
        .isGreaterThan(toxicity("What a friend you are") + 1);
  }

  @Test
  void aMillionLettersAreReadInTime() {
    assertTimeout(Duration.ofSeconds(2), () -> toxicity("ab".repeat(500_000)));
    assertTimeout(Duration.ofSeconds(2), () -> toxicity("a" + "\u0301".repeat(20_000)));
  }

  @Test
  void aTextWithoutAKnownWordSaysNothing() {
    assertThat(spam("これはとても静かな映画でした")).isZero();
    assertThat(spam("Xyzzyq plughwom")).isZero();
  }

  @Test
  void marksTheWordsThatTell() {
    String text = "A slow film, please subscribe.";

    List<Span> spans = SHIPPED.spam().telling(text, Canonical.of(text), 1);

    assertThat(spans)
        .extracting(span -> text.substring(span.start(), span.end()))
        .containsExactly("subscribe");
  }

  @Test
  void whatIsWrittenIsReadAgainBitForBit() throws IOException {
    TextModel spam = Training.of(TrainingTest.examples());
    TextModel toxicity = Training.of(TrainingTest.examples(), WordVectors.load(), spam);
    byte[] written = ShippedModel.write(spam, toxicity);

    ShippedModel read = ShippedModel.read(written);

    String text = "Visit the harbour for cheap lighting";
    assertThat(read.spam().probability(text)).isEqualTo(spam.probability(text));
    assertThat(read.toxicity().probability(text)).isEqualTo(toxicity.probability(text));
    assertThat(read.version()).isEqualTo(ShippedModel.read(written).version()).hasSize(8);
    assertThat(ShippedModel.write(read.spam(), read.toxicity())).isEqualTo(written);
  }

  @Test
  void anotherFormatIsRefused() throws IOException {
    ByteArrayOutputStream other = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(other))) {
      out.writeInt(1);
    }

    assertThatThrownBy(() -> ShippedModel.read(other.toByteArray()))
        .isInstanceOf(IOException.class)
        .hasMessage("format 1 (expected: 524a4d32)");
  }

  private static double spam(String text) {
    return SHIPPED.spam().weight(SHIPPED.spam().read(text));
  }

  private static double toxicity(String text) {
    return SHIPPED.toxicity().weight(SHIPPED.spam().read(text));
  }
}
