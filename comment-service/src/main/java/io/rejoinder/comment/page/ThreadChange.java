package io.rejoinder.comment.page;

import io.rejoinder.comment.edge.FieldError;
import io.rejoinder.comment.site.Settings;
import io.rejoinder.events.thread.ThreadSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a site's server wants of a thread: nothing in it is checked yet.
 *
 * @param address of its page; absent leaves it where it is
 * @param title of its page; absent leaves it as it is
 * @param settings all that the thread has of its own; absent leaves nothing
 */
record ThreadChange(
    @Nullable String address, @Nullable String title, @Nullable ThreadSettings settings) {

  private static final int MAX_SECONDS = Settings.MAX_DAYS * 24 * 60 * 60;

  /** Adds what is wrong with the settings. */
  void check(int longest, List<FieldError> errors) {
    ThreadSettings own = settings == null ? ThreadSettings.NONE : settings;
    within("settings.closeAfterDays", own.closeAfterDays(), 0, Settings.MAX_DAYS, errors);
    within("settings.depth", own.depth(), 1, Settings.MAX_DEPTH, errors);
    within("settings.editSeconds", own.editSeconds(), 0, MAX_SECONDS, errors);
    within("settings.longest", own.longest(), 1, longest, errors);
    within("settings.holdAtReports", own.holdAtReports(), 0, Settings.MAX_REPORTS, errors);
    String sort = own.sort();
    if (sort != null && !Settings.SORTS.contains(sort)) {
      errors.add(
          new FieldError(
              "settings.sort", "length " + sort.length(), String.join(" or ", Settings.SORTS)));
    }
  }

  private static void within(
      String field, @Nullable Integer value, int least, int most, List<FieldError> errors) {
    if (value != null && (value < least || value > most)) {
      errors.add(new FieldError(field, value.toString(), least + ".." + most));
    }
  }

  /** The settings; null where there are none. */
  @Nullable ThreadSettings own() {
    return ThreadSettings.NONE.equals(settings) ? null : settings;
  }
}
