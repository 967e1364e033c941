package io.rejoinder.moderation.intake;

import io.rejoinder.events.comment.Evidence;
import io.rejoinder.moderation.policy.Fallback;
import io.rejoinder.moderation.policy.InForce;
import io.rejoinder.moderation.policy.Judged;
import io.rejoinder.moderation.policy.Judging;
import io.rejoinder.moderation.policy.Matter;
import io.rejoinder.moderation.policy.Policy;
import io.rejoinder.moderation.quality.Sampling;
import io.rejoinder.moderation.record.Candidate;
import io.rejoinder.moderation.record.Judge;
import io.rejoinder.moderation.record.Ruling;
import io.rejoinder.moderation.screening.Screening;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Screens and policy as the fold's judge. What a batch is known to bring is screened at once, which
 * costs one change of threads for the batch. For the loop's thread.
 */
final class BatchJudge implements Judge {

  private final Screening screening;
  private final Judging judging = new Judging(new Policy(Screening::failed));
  private final Supplier<InForce> settings;
  private final Fallback fallback;
  private final Sampling sampling;
  private final Map<Candidate, Ruling> prepared = new HashMap<>();

  BatchJudge(
      Screening screening, Supplier<InForce> settings, Fallback fallback, Sampling sampling) {
    this.screening = screening;
    this.settings = settings;
    this.fallback = fallback;
    this.sampling = sampling;
  }

  /** Screens these; what was prepared before is forgotten. */
  void prepare(List<Candidate> candidates) {
    prepared.clear();
    InForce current = settings.get();
    List<List<Evidence>> found = examine(candidates, current);
    for (int i = 0; i < found.size(); i++) {
      prepared.put(candidates.get(i), rule(candidates.get(i), found.get(i), current));
    }
  }

  @Override
  public Ruling judge(Candidate candidate) {
    Ruling ruling = prepared.get(candidate);
    if (ruling != null) {
      return ruling;
    }
    InForce current = settings.get();
    return rule(candidate, examine(List.of(candidate), current).get(0), current);
  }

  private List<List<Evidence>> examine(List<Candidate> candidates, InForce current) {
    return screening.examine(
        candidates.stream()
            .map(
                candidate ->
                    new Screening.Text(
                        candidate.comment(),
                        candidate.thread(),
                        candidate.author(),
                        candidate.text(),
                        candidate.rejectedBefore(),
                        candidate.live(),
                        candidate.at(),
                        candidate.circumstances()))
            .toList(),
        current.settings().lists(),
        current.settings().model());
  }

  private Ruling rule(Candidate candidate, List<Evidence> found, InForce current) {
    Matter matter = new Matter(candidate.text(), candidate.thread().value(), candidate.author());
    Judged judged = judging.judge(matter, found, current, fallback.paused());
    Policy.Finding finding = judged.finding();
    Map<String, String> versions = new HashMap<>(Screening.versions(found));
    versions.put("policy", Policy.VERSION);
    versions.put("settings", Integer.toString(current.settings().version()));
    if (finding.fallenBack()) {
      versions.put(Fallback.NAME, Fallback.HOLD);
    }
    return new Ruling(
        finding.outcome(),
        finding.reason(),
        finding.why(),
        versions,
        judged.evidence(),
        sampling.draw(candidate.comment(), candidate.revision(), finding.outcome()));
  }
}
