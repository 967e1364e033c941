package io.rejoinder.moderation.intake;

import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.settings.ScreeningSettings;
import io.rejoinder.moderation.policy.Case;
import io.rejoinder.moderation.policy.Policy;
import io.rejoinder.moderation.policy.Score;
import io.rejoinder.moderation.record.Candidate;
import io.rejoinder.moderation.record.Judge;
import io.rejoinder.moderation.record.Ruling;
import io.rejoinder.moderation.screening.Screening;
import java.util.ArrayList;
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
  private final Policy policy;
  private final Supplier<ScreeningSettings> settings;
  private final Map<Candidate, Ruling> prepared = new HashMap<>();

  BatchJudge(Screening screening, Policy policy, Supplier<ScreeningSettings> settings) {
    this.screening = screening;
    this.policy = policy;
    this.settings = settings;
  }

  /** Screens these; what was prepared before is forgotten. */
  void prepare(List<Candidate> candidates) {
    prepared.clear();
    List<List<Evidence>> found = examine(candidates);
    for (int i = 0; i < found.size(); i++) {
      prepared.put(candidates.get(i), rule(found.get(i)));
    }
  }

  @Override
  public Ruling judge(Candidate candidate) {
    Ruling ruling = prepared.get(candidate);
    return ruling == null ? rule(examine(List.of(candidate)).get(0)) : ruling;
  }

  private List<List<Evidence>> examine(List<Candidate> candidates) {
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
                        candidate.at()))
            .toList());
  }

  private Ruling rule(List<Evidence> found) {
    ScreeningSettings current = settings.get();
    Score score = Score.of(found);
    Policy.Finding finding = policy.decide(new Case(found, score, current, null, true));
    Map<String, String> versions = new HashMap<>(Screening.versions(found));
    versions.put("policy", Policy.VERSION);
    versions.put("settings", Integer.toString(current.version()));
    List<Evidence> evidence = new ArrayList<>(found);
    evidence.add(score.evidence());
    return new Ruling(finding.outcome(), finding.reason(), finding.why(), versions, evidence);
  }
}
