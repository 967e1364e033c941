package io.rejoinder.system;

import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.Keys;

/**
 * A moderator who works a list off from the keyboard, one comment at a time: what says {@link
 * #STAYS} is approved, what does not is rejected as off topic. What others were quicker with is
 * skipped.
 */
final class ModeratorAtWork implements Callable<Long> {

  static final String STAYS = "This one stays.";

  /** In one go, and as text: a driver that knew the elements would keep them from being let go. */
  private static final String LOOK =
      "const card = document.querySelector('article[data-item][aria-current]');"
          + " return card === null ? ''"
          + " : card.dataset.status + ' ' + card.querySelector('[data-text]').textContent;";

  private static final String SHOW_FRESH =
      "document.querySelector('[data-action=fresh]')?.focus();"
          + " return document.activeElement.dataset.action ?? '';";

  private static final String OFF_TOPIC = "2";

  private final Browser browser;
  private final BooleanSupplier done;

  /**
   * At a browser where the list is open.
   *
   * @param done whether nothing is left to be decided, and nothing will come
   */
  ModeratorAtWork(Browser browser, BooleanSupplier done) {
    this.browser = browser;
    this.done = done;
  }

  /** Works until all is done, and says how many decisions were made here. */
  @Override
  public Long call() {
    long decided = 0;
    while (!done.getAsBoolean()) {
      decided += one() ? 1 : 0;
    }
    return decided;
  }

  /** Looks at what is in hand; whether it was decided. */
  private boolean one() {
    String seen = browser.run(LOOK);
    if (seen.isEmpty()) {
      if (browser.run(SHOW_FRESH).equals("fresh")) {
        browser.press(Keys.ENTER);
      }
      return false;
    }
    if (!seen.startsWith("held ")) {
      browser.press("s");
      return false;
    }
    if (seen.contains(STAYS)) {
      browser.press("a");
    } else {
      browser.press("r");
      browser.press(OFF_TOPIC);
    }
    return true;
  }
}
