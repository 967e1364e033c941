package io.rejoinder.comment.site;

import io.rejoinder.events.thread.ThreadSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the threads of a site, or for one of them.
 *
 * @param open whether they take comments
 * @param closeAfterDays days after its opening from which on a thread takes no more; 0 for never
 * @param premoderated whether every comment waits for a moderator
 * @param depth levels of replies that are indented, {@link #MAX_DEPTH} at most
 * @param sort the order of roots at first, one of {@link #SORTS}
 * @param editWindow how long an author may edit; zero for not at all
 * @param guests whether readers may write who are not signed in
 * @param longest code points of a comment at most
 * @param holdAtReports from how many readers' reports on a comment waits for a moderator; 0 for
 *     never, {@link #MAX_REPORTS} at most
 */
public record Settings(
    boolean open,
    int closeAfterDays,
    boolean premoderated,
    int depth,
    String sort,
    Duration editWindow,
    boolean guests,
    int longest,
    int holdAtReports) {

  /** The orders that a thread may begin with. */
  public static final List<String> SORTS = List.of("oldest", "newest", "best");

  /** Beyond it a telephone has no room. */
  public static final int MAX_DEPTH = 8;

  /** More readers than that are not waited for: it would be the same as never. */
  public static final int MAX_REPORTS = 100;

  /** Ten years: longer is as good as for ever. */
  public static final int MAX_DAYS = 3650;

  /** The same with what a thread has of its own. */
  public Settings with(@Nullable ThreadSettings own) {
    return own == null
        ? this
        : new Settings(
            or(own.open(), open),
            or(own.closeAfterDays(), closeAfterDays),
            or(own.premoderated(), premoderated),
            or(own.depth(), depth),
            or(own.sort(), sort),
            own.editSeconds() == null ? editWindow : Duration.ofSeconds(own.editSeconds()),
            or(own.guests(), guests),
            Math.min(or(own.longest(), longest), longest),
            or(own.holdAtReports(), holdAtReports));
  }

  private static <T> T or(@Nullable T own, T otherwise) {
    return own == null ? otherwise : own;
  }

  /** When a thread closes by itself that was opened then; null for never. */
  public @Nullable Instant closesAt(Instant openedAt) {
    return closeAfterDays == 0 ? null : openedAt.plus(Duration.ofDays(closeAfterDays));
  }
}
