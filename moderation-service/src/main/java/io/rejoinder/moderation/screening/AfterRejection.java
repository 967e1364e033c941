package io.rejoinder.moderation.screening;

import io.rejoinder.events.comment.Evidence;
import java.util.List;
import java.util.Map;

/** A text that replaces one that a moderator rejected: a person should see it first. */
final class AfterRejection implements Screen {

  @Override
  public String name() {
    return "after-rejection";
  }

  @Override
  public Evidence weigh(Subject subject, Map<String, String> values) {
    boolean after = subject.rejectedBefore();
    return new Evidence(
        name(),
        after ? 1.0 : 0,
        after ? "edited after a moderator rejected it" : "no rejection before",
        List.of(),
        Map.of());
  }
}
