package io.rejoinder.bench.speed;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Submit;
import io.rejoinder.moderation.model.ShippedModel;
import io.rejoinder.moderation.policy.Expectations;
import io.rejoinder.moderation.policy.InForce;
import io.rejoinder.moderation.policy.Judged;
import io.rejoinder.moderation.policy.Judging;
import io.rejoinder.moderation.policy.Matter;
import io.rejoinder.moderation.policy.Policy;
import io.rejoinder.moderation.screening.Screening;
import io.rejoinder.moderation.screening.ScreeningProperties;
import io.rejoinder.moderation.settings.OperatingPoints;
import io.rejoinder.moderation.settings.ShippedSettings;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Screens and policy as the product ships them: from a text to its verdict with its evidence. */
final class FastPath implements AutoCloseable {

  private static final Binder DEFAULTS = new Binder(new MapConfigurationPropertySource());

  private final Screening screening =
      Screening.of(
          DEFAULTS.bindOrCreate("rejoinder.screening", ScreeningProperties.class),
          new SimpleMeterRegistry());
  private final Judging judging = new Judging(new Policy(Screening::failed));
  private final InForce settings = InForce.of(ShippedSettings.settings(points()));

  private static OperatingPoints points() {
    ShippedModel shipped = ShippedModel.load();
    Expectations expectations =
        new Expectations(shipped.spam().curve(), shipped.toxicity().curve());
    return (targets, model) -> expectations.thresholds(targets);
  }

  /** Shows the screens a comment that somebody else decides. */
  void observe(Submit submit) {
    screening.observe(submit);
  }

  /** The verdicts on these texts, which the screens remember from then on. */
  List<Judged> decide(List<Screening.Text> texts) {
    List<List<Evidence>> found = screening.examine(texts, settings.settings().lists());
    List<Judged> judged = new ArrayList<>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      judged.add(judging.judge(matter(texts.get(i)), found.get(i), settings, null));
    }
    return judged;
  }

  private static Matter matter(Screening.Text text) {
    return new Matter(text.text(), text.thread().value(), text.author());
  }

  @Override
  public void close() {
    screening.close();
  }
}
