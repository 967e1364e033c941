package io.rejoinder.comment.thread;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rejoinder.comment.signin.Providers;
import io.rejoinder.comment.site.Settings;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds for readers of a thread.
 *
 * @param depth levels of replies that are indented
 * @param editSeconds how long an author may edit; 0 for not at all
 * @param guests whether readers may write who are not signed in
 * @param sort the order of roots at first
 * @param longest code points of a comment at most
 * @param signIn the providers that they can sign in at; absent where there are none
 * @param mail whether readers can follow by e-mail; absent where they cannot
 * @param closesAt when it closes by itself; absent for never
 */
record SettingsView(
    int depth,
    long editSeconds,
    boolean guests,
    String sort,
    int longest,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Providers.Choice> signIn,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean mail,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant closesAt) {

  /** Of a thread that is known or can be opened. */
  static SettingsView of(Threads threads, Providers providers, boolean mail, String thread) {
    Settings settings = threads.settings(thread).orElseThrow();
    return new SettingsView(
        settings.depth(),
        settings.editWindow().toSeconds(),
        settings.guests(),
        settings.sort(),
        settings.longest(),
        threads.site(thread).map(site -> providers.of(site.id())).orElse(List.of()),
        mail,
        threads.closesAt(thread));
  }
}
