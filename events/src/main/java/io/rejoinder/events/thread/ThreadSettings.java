package io.rejoinder.events.thread;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a thread has of settings of its own; what is absent is as its site has it.
 *
 * @param open whether it takes comments
 * @param closeAfterDays days after its opening from which on it takes no more; 0 for never
 * @param premoderated whether every comment waits for a moderator
 * @param depth levels of replies that are indented
 * @param sort the order of roots at first: {@code oldest}, {@code newest}
 * @param editSeconds how long an author may edit; 0 for not at all
 * @param guests whether readers may write who are not signed in
 * @param longest code points of a comment at most
 * @param holdAtReports from how many readers' reports on a comment waits for a moderator; 0 for
 *     never
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ThreadSettings(
    @Nullable Boolean open,
    @Nullable Integer closeAfterDays,
    @Nullable Boolean premoderated,
    @Nullable Integer depth,
    @Nullable String sort,
    @Nullable Integer editSeconds,
    @Nullable Boolean guests,
    @Nullable Integer longest,
    @Nullable Integer holdAtReports) {

  /** All as the site has it. */
  public static final ThreadSettings NONE =
      new ThreadSettings(null, null, null, null, null, null, null, null, null);
}
