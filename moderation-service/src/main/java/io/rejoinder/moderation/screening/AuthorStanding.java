package io.rejoinder.moderation.screening;

import io.rejoinder.events.author.AuthorState.Standing;
import io.rejoinder.events.comment.Evidence;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What moderators made of the author: it says so, and the policy follows. Weighs nothing by itself,
 * so that no model's threshold has a part in it. What stood when the comment was written counts.
 */
final class AuthorStanding implements Screen {

  static final String NAME = "standing";

  private static final String STANDING = "standing";

  private final Standings standings;

  AuthorStanding(Standings standings) {
    this.standings = standings;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, String> look(Subject subject) {
    Optional<Standings.Held> held = standings.of(subject.author(), subject.at());
    if (held.isEmpty()) {
      return Map.of();
    }
    Standings.Held one = held.get();
    Map<String, String> values = new HashMap<>();
    values.put(STANDING, one.standing().name().toLowerCase(Locale.ROOT));
    values.put("author", one.author());
    values.put("version", Long.toString(one.version()));
    Instant until = one.until();
    if (until != null) {
      values.put("until", until.toString());
    }
    return values;
  }

  @Override
  public Evidence weigh(Subject subject, Map<String, String> values) {
    Map<String, String> all = new HashMap<>(values);
    Standing standing =
        Standing.valueOf(values.getOrDefault(STANDING, "ordinary").toUpperCase(Locale.ROOT));
    if (standing == Standing.WATCHED) {
      all.put("hold", "1");
    }
    return new Evidence(NAME, 0, sentence(standing, values.get("until")), List.of(), all);
  }

  private static String sentence(Standing standing, @Nullable String until) {
    String end = until == null ? "" : " until " + until;
    return switch (standing) {
      case ORDINARY -> "an author as everyone";
      case TRUSTED -> "moderators trust its author" + end;
      case WARNED -> "its author was warned";
      case WATCHED -> "all that its author writes waits for a moderator" + end;
      case SUSPENDED -> "its author is suspended" + end;
      case BANNED -> "its author is banned" + end;
    };
  }
}
