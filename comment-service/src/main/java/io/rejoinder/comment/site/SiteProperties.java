package io.rejoinder.comment.site;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One site, below {@code rejoinder.comments.sites.<id>}. An id is made of lower-case letters and
 * digits, with single hyphens between; {@code reviews} is the site of the reviews, which is always
 * there.
 *
 * @param origins the origins whose pages may show the site's threads, such as {@code
 *     https://blog.example}; of {@code reviews} by default {@code rejoinder.comments.origins}, of
 *     any other none: its threads can then be read by servers only
 * @param name what the site is called; default its id
 * @param open whether its threads take comments; default true
 * @param closeAfter days after its opening from which on a thread takes no more comments, 0..3650;
 *     default 0, which is never. A review's thread opens with its publication, another with its
 *     first comment
 * @param premoderated whether every comment, and every edit, waits for a moderator; default false
 * @param depth levels of replies that are indented, 1..8; default 4. Deeper replies are taken and
 *     shown flat
 * @param sort the order of roots at first, {@code oldest}, {@code newest} or {@code best}; default
 *     {@code newest}
 * @param editWindow how long after it was written an author may edit a comment that nobody replied
 *     to, 0..3650 days; default 5 minutes, 0 for not at all
 * @param guests whether readers may write who are not signed in; default true
 * @param longest code points of a comment at most, 1..5000 and not beyond {@code
 *     rejoinder.comments.limits.text}; default 5000
 * @param holdAtReports from how many readers' reports on a comment waits for a moderator, 0..100;
 *     default 3, 0 for never
 * @param key a secret of 24 characters or more with which the site's own server moves, closes and
 *     sets single threads; default none, which leaves that closed
 */
record SiteProperties(
    @Nullable List<String> origins,
    @Nullable String name,
    @DefaultValue("true") boolean open,
    @Min(0) @Max(Settings.MAX_DAYS) @DefaultValue("0") int closeAfter,
    @DefaultValue("false") boolean premoderated,
    @Min(1) @Max(Settings.MAX_DEPTH) @DefaultValue("4") int depth,
    @Pattern(regexp = "oldest|newest|best") @DefaultValue("newest") String sort,
    @DurationMin @DurationMax(days = Settings.MAX_DAYS) @DefaultValue("5m") Duration editWindow,
    @DefaultValue("true") boolean guests,
    @Min(1) @Max(5000) @DefaultValue("5000") int longest,
    @Min(0) @Max(Settings.MAX_REPORTS) @DefaultValue("3") int holdAtReports,
    @Nullable @Size(min = 24, max = 200) String key) {

  /** A site of which nothing is configured. */
  static SiteProperties unset() {
    return new SiteProperties(
        null,
        null,
        true,
        0,
        false,
        4,
        Settings.SORTS.get(1),
        Duration.ofMinutes(5),
        true,
        5000,
        3,
        null);
  }

  /** What holds, with this many code points at most. */
  Settings settings(int most) {
    return new Settings(
        open,
        closeAfter,
        premoderated,
        depth,
        sort,
        editWindow,
        guests,
        Math.min(longest, most),
        holdAtReports);
  }

  /** The key is nobody's to read, in no log either. */
  @Override
  public String toString() {
    return "SiteProperties[origins=%s, name=%s]".formatted(origins, name);
  }
}
