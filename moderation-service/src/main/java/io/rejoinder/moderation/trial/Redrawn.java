package io.rejoinder.moderation.trial;

import io.rejoinder.events.comment.Evidence;
import io.rejoinder.moderation.model.Models;
import io.rejoinder.moderation.model.ShippedModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recorded evidence as it stands where settings ask for another model than the one that drew it:
 * that model is asked, with what this site's decisions would have taught it by then. Evidence of a
 * model that is not here any more stays as it is, unless settings name their own.
 */
final class Redrawn {

  private static final Set<String> LEARNED = Set.of("model", "toxicity");
  private static final String VERSION = "version";

  private final Models models;
  private final @Nullable String wanted;
  private final String asked;

  /** By the model that settings name; null for the shipped one. */
  Redrawn(Models models, @Nullable String wanted) {
    this.models = models;
    this.wanted = wanted;
    this.asked = models.withVersion(wanted).map(ShippedModel::version).orElse("");
  }

  /** The evidence to weigh again. */
  List<Evidence> of(List<Evidence> recorded) {
    return recorded.stream().map(this::of).toList();
  }

  private Evidence of(Evidence recorded) {
    String version = recorded.values().getOrDefault(VERSION, "");
    int slash = version.indexOf('/');
    if (!LEARNED.contains(recorded.screen()) || slash < 0 || stays(version.substring(0, slash))) {
      return recorded;
    }
    Map<String, String> values = new HashMap<>(recorded.values());
    values.put(VERSION, asked + "@" + version.substring(slash + 1));
    return new Evidence(
        recorded.screen(), recorded.weight(), recorded.sentence(), recorded.spans(), values);
  }

  private boolean stays(String drawnBy) {
    return drawnBy.equals(asked)
        || asked.isEmpty()
        || (wanted == null && models.withVersion(drawnBy).isEmpty());
  }
}
