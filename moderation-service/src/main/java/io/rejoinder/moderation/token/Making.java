package io.rejoinder.moderation.token;

import io.rejoinder.moderation.account.Scope;
import io.rejoinder.moderation.problem.Problem;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code POST /api/tokens} takes.
 *
 * @param name what people will call it
 * @param scopes what it is good for, at least one
 * @param expires when it ends; never for null
 */
record Making(
    @Nullable String name, @Nullable List<@Nullable String> scopes, @Nullable Instant expires) {

  private static final String BOUND =
      "1..64 letters, digits, spaces or . - _, a letter or digit first and last";
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N} ._-]{0,62}[\\p{L}\\p{M}\\p{N}])?");
  private static final String SCOPES =
      String.join(", ", Arrays.stream(Scope.values()).map(Scope::wireName).toList());

  Wanted checked(Instant now) {
    String stripped = name == null ? "" : name.strip();
    if (!NAME.matcher(stripped).matches()) {
      int length = stripped.codePointCount(0, stripped.length());
      throw Problem.invalid("name", length + " characters", BOUND);
    }
    if (scopes == null || scopes.isEmpty()) {
      throw Problem.invalid("scopes", 0, "at least one of " + SCOPES);
    }
    if (expires != null && !expires.isAfter(now)) {
      throw Problem.invalid("expires", expires.toString(), "after " + now);
    }
    return new Wanted(stripped, scopes.stream().map(Making::scope).distinct().toList(), expires);
  }

  private static Scope scope(@Nullable String name) {
    return Scope.named(String.valueOf(name))
        .orElseThrow(() -> Problem.invalid("scopes", "unknown", "at least one of " + SCOPES));
  }

  /** The same, checked. */
  record Wanted(String name, List<Scope> scopes, @Nullable Instant expires) {}
}
