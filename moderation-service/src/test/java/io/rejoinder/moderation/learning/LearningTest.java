package io.rejoinder.moderation.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rejoinder.events.Topics;
import io.rejoinder.events.learning.Question;
import io.rejoinder.moderation.scribe.Scribe;
import io.rejoinder.moderation.testing.TestBroker;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.SmartLifecycle;

/** Learning on a real broker: decisions in, the same correction out of every instance. */
class LearningTest {

  private static final ModelId WORDS = new ModelId(Question.SPAM, "words-1");

  private final TestBroker broker = new TestBroker();
  private final List<SmartLifecycle> started = new ArrayList<>();
  private final Progress progress = new Progress(Clock.systemUTC(), new SimpleMeterRegistry());

  @AfterEach
  void stop() {
    started.forEach(SmartLifecycle::stop);
    broker.close();
  }

  private <T extends SmartLifecycle> T started(T part) {
    part.start();
    started.add(part);
    return part;
  }

  private Learning learning() {
    return started(
        new Learning(broker.clients(), Words.PRIORS, progress, new SimpleMeterRegistry()));
  }

  private Scribe scribe() {
    Teacher teacher = new Teacher(Words.PRIORS, new Sources(Site.SECRET));
    return started(
        new Scribe(
            Topics.EXAMPLES,
            "moderation-service.examples",
            broker.clients(),
            () -> new ExampleLedger(teacher, progress)));
  }

  private void decide(Judged... comments) {
    for (Judged comment : comments) {
      broker.send(Topics.COMMENTS_MODERATED, comment.state());
    }
  }

  private static long number(Learning learning) {
    return learning.correction(WORDS).orElseThrow().number();
  }

  private static void awaitNumber(long number, Learning... instances) {
    for (Learning learning : instances) {
      await().atMost(TestBroker.BOUND).until(() -> number(learning) == number);
    }
  }

  private static int weightsOf(Learning learning, long number) {
    Correction correction = learning.at(WORDS, number).orElseThrow();
    int hash = Double.hashCode(correction.bias());
    for (int place = 0; place < Correction.DIMENSIONS; place++) {
      hash = 31 * hash + Float.floatToRawIntBits(correction.weight(place));
    }
    return hash;
  }

  @Test
  void everyInstanceComesToTheSameCorrectionAndALaterOneAndEarlierNumbersToo() {
    Learning one = learning();
    Learning other = learning();
    Scribe scribe = scribe();
    Judged ticket = Judged.held(1, "Unlock your raffle ticket").rejected("anna", "spam");
    decide(ticket, Judged.held(2, "The ending saves it").approved("anna"));
    awaitNumber(2, one, other);
    int first = weightsOf(one, 2);
    assertThat(weightsOf(other, 2)).isEqualTo(first);

    scribe.stop();
    scribe();
    decide(ticket, ticket.undone("anna"));
    awaitNumber(3, one, other);
    Learning later = learning();
    awaitNumber(3, later);

    assertThat(weightsOf(later, 3)).isEqualTo(weightsOf(one, 3)).isNotEqualTo(first);
    assertThat(weightsOf(later, 2)).isEqualTo(first);
    assertThat(new Archive(broker.clients()).upTo(2).newest()).isEqualTo(2);
    assertThat(later.at(WORDS, 4)).isEmpty();
    assertThat(later.correction(new ModelId(Question.SPAM, "words-2"))).isEmpty();
    assertThat(new LearningHealth(scribe, progress).health().getStatus()).isEqualTo(Status.UP);
  }
}
