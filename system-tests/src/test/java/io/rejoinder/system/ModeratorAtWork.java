package io.rejoinder.system;

import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;

/**
 * A moderator who works a list off from the keyboard, one comment at a time: what says {@link
 * #STAYS} is approved, what does not is rejected as off topic. What others were quicker with is
 * skipped.
 */
final class ModeratorAtWork implements Callable<Long> {

  static final String STAYS = "This one stays.";

  private static final String CURRENT = "article[data-item][aria-current]";
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
      try {
        decided += one() ? 1 : 0;
      } catch (StaleElementReferenceException e) {
        // It changed while it was read: it is read again.
      }
    }
    return decided;
  }

  /** Looks at what is in hand; whether it was decided. */
  private boolean one() {
    WebElement card = browser.findAll(CURRENT).stream().findFirst().orElse(null);
    if (card == null) {
      browser.findAll("[data-action=fresh]").forEach(fresh -> fresh.sendKeys(Keys.ENTER));
      return false;
    }
    String standing = String.valueOf(card.getDomAttribute("data-status"));
    if (!standing.equals("held")) {
      browser.press("s");
      return false;
    }
    String text = card.findElement(By.cssSelector("[data-text]")).getText();
    if (text.contains(STAYS)) {
      browser.press("a");
    } else {
      browser.press("r");
      browser.press(OFF_TOPIC);
    }
    return true;
  }
}
