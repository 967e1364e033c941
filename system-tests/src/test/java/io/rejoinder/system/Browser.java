package io.rejoinder.system;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** One person's browser, headless, with what its console complained about. */
final class Browser implements AutoCloseable {

  /** On a machine that builds beside it, a page may take long to come up. */
  private static final Duration SOON = Duration.ofSeconds(60);

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  /** The element in focus, also inside an open shadow root. */
  private static final String FOCUSED =
      "let e = document.activeElement;"
          + " while (e && e.shadowRoot && e.shadowRoot.activeElement) e = e.shadowRoot.activeElement;"
          + " return e;";

  private final ChromeDriver driver;
  private final List<String> complaints = new ArrayList<>();

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Starts one with the Chromium and driver of this machine. */
  static Browser start(Path chromium, Path driver, int width, int height) {
    return start(chromium, driver, width, height, Map.of());
  }

  /** Starts one whose person has set something differently. */
  static Browser start(
      Path chromium,
      Path driver,
      int width,
      int height,
      Map<String, Object> preferences,
      String... switches) {
    ChromeOptions options = new ChromeOptions();
    options.addArguments(switches);
    options.setExperimentalOption("prefs", preferences);
    options.setBinary(chromium.toFile());
    options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--lang=en");
    options.setAcceptInsecureCerts(true); // Those of the tests' own proxy.
    options.addArguments("--disable-dev-shm-usage", "--hide-scrollbars");
    options.addArguments("--window-size=%d,%d".formatted(width, height));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver.toFile())
            .usingAnyFreePort()
            .build();
    return new Browser(new ChromeDriver(service, options));
  }

  void open(URI address) {
    driver.get(address.toString());
  }

  /** Runs a script in every page from now on, before anything of the page itself. */
  void beforeEachPage(String script) {
    driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
  }

  /** What a script in the page finds wrong, in its words. */
  List<String> wrong(String script) {
    List<String> found = new ArrayList<>();
    if (driver.executeScript(script) instanceof List<?> all) {
      all.forEach(one -> found.add(String.valueOf(one)));
    }
    return found;
  }

  /** Clicks an element of the widget, if it is there. */
  boolean clickInThread(String css) {
    List<WebElement> found = thread().findElements(By.cssSelector(css));
    found.forEach(WebElement::click);
    return !found.isEmpty();
  }

  int countInThread(String css) {
    return thread().findElements(By.cssSelector(css)).size();
  }

  /** An element of the page, once it is there. */
  WebElement find(String css) {
    return until(() -> driver.findElement(By.cssSelector(css)));
  }

  /** The elements that are there now. */
  List<WebElement> findAll(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** What a script returns, as text. */
  String run(String script, Object... arguments) {
    return String.valueOf(driver.executeScript(script, arguments));
  }

  /** What a script hands to its last argument, as text. */
  String runAsync(String script) {
    return String.valueOf(driver.executeAsyncScript(script));
  }

  /** Lets no request through to these addresses from now on. */
  void block(String... patterns) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of(patterns)));
  }

  /** What axe-core has against the page as it is now, each with its rule and its place. */
  List<String> violations() {
    if (!Boolean.TRUE.equals(driver.executeScript("return !!window.axe"))) {
      driver.executeScript(Axe.SCRIPT);
    }
    List<String> found = new ArrayList<>();
    if (driver.executeAsyncScript(Axe.RUN) instanceof List<?> all) {
      all.forEach(one -> found.add(String.valueOf(one)));
    }
    return found;
  }

  /** Bytes of the page's JavaScript heap that are in use after a collection. */
  long heap() {
    // What a finalizer or a weak reference held is free only after another one.
    for (int i = 0; i < 3; i++) {
      driver.executeCdpCommand("HeapProfiler.collectGarbage", Map.of());
    }
    driver.executeCdpCommand("Performance.enable", Map.of());
    Object metrics = driver.executeCdpCommand("Performance.getMetrics", Map.of()).get("metrics");
    for (Object one : (List<?>) metrics) {
      if (one instanceof Map<?, ?> metric
          && "JSHeapUsedSize".equals(metric.get("name"))
          && metric.get("value") instanceof Number used) {
        return used.longValue();
      }
    }
    throw new IllegalStateException("no JSHeapUsedSize among " + metrics);
  }

  /** Wants things shown as people do who have set their system so. */
  void prefers(String feature, String value) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", feature, "value", value))));
  }

  /** A window narrower than a browser's own may be. */
  void width(int pixels) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  /**
   * A line from now on: gone, or with this delay (milliseconds) and speed (bytes a second; -1 for
   * any).
   */
  void network(boolean gone, int delay, int speed) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand(
        "Network.emulateNetworkConditions",
        Map.of(
            "offline",
            gone,
            "latency",
            delay,
            "downloadThroughput",
            speed,
            "uploadThroughput",
            speed));
  }

  /** The window that is looked at. */
  String window() {
    return driver.getWindowHandle();
  }

  /** Opens another window of the same browser, and looks at it from now on. */
  void newWindow() {
    driver.switchTo().newWindow(WindowType.WINDOW);
  }

  void switchTo(String window) {
    driver.switchTo().window(window);
  }

  void closeWindow() {
    driver.close();
  }

  /** Waits for what must not happen. */
  void pause(Duration time) {
    new Actions(driver).pause(time).perform();
  }

  /** An element of the widget, once it is there. */
  WebElement inThread(String css) {
    return until(() -> thread().findElement(By.cssSelector(css)));
  }

  /** The innermost comment of the widget with this text in it, once it is there. */
  WebElement articleWith(String text) {
    return until(
        () ->
            thread().findElements(By.cssSelector("article[data-comment]")).stream()
                .filter(article -> article.getText().contains(text))
                .reduce((outer, inner) -> inner)
                .orElseThrow(() -> new NoSuchElementException(text)));
  }

  /** Waits until something is so; a page that changes meanwhile is looked at again. */
  void await(String what, Supplier<Boolean> so) {
    new WebDriverWait(driver, SOON)
        .ignoring(StaleElementReferenceException.class)
        .ignoring(WebDriverException.class)
        .withMessage(what)
        .until(unused -> so.get());
  }

  void scrollTo(WebElement element) {
    driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
  }

  /** How far below the window's upper edge an element stands. */
  double topOf(WebElement element) {
    Object top = driver.executeScript("return arguments[0].getBoundingClientRect().top", element);
    return Double.parseDouble(String.valueOf(top));
  }

  /** Whether an element, in a shadow root or not, is in focus. */
  boolean isInFocus(WebElement element) {
    return Boolean.TRUE.equals(
        driver.executeScript(FOCUSED.replace("return e;", "return e === arguments[0];"), element));
  }

  /**
   * The console's card of the comment that has this text; what waits behind a button is asked for.
   */
  WebElement cardWith(String text) {
    return until(
        () -> {
          driver.findElements(By.cssSelector("[data-action=fresh]")).forEach(WebElement::click);
          return driver.findElements(By.cssSelector("article[data-item]")).stream()
              .filter(card -> card.getText().contains(text))
              .findFirst()
              .orElseThrow(() -> new NoSuchElementException("a card with " + text));
        });
  }

  /** Presses keys on whatever is in focus. */
  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Goes on with the tab key until an element is in focus that matches. */
  void tabTo(String css) {
    for (int i = 0; i < 200; i++) {
      if (Boolean.TRUE.equals(
          driver.executeScript(
              FOCUSED.replace("return e;", "return !!e && e.matches(arguments[0]);"), css))) {
        return;
      }
      press(Keys.TAB);
    }
    throw new AssertionError("not reached with the tab key: " + css);
  }

  /** Keeps a picture of what the window shows. */
  void picture(String name) {
    try {
      Files.createDirectories(SCREENSHOTS);
      File taken = driver.getScreenshotAs(OutputType.FILE);
      Files.move(
          taken.toPath(), SCREENSHOTS.resolve(name + ".png"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Errors and violations of the policy that the console has told of, but for expected ones. */
  List<String> complaints() {
    for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
      boolean bad =
          entry.getLevel().intValue() >= Level.SEVERE.intValue()
              || entry.getMessage().contains("Content Security Policy");
      // Asking who is signed in is answered so before anybody is; the browser notes every 401.
      boolean expected =
          entry.getMessage().contains("/api/session") && entry.getMessage().contains("401");
      // So is a post before its proof of work.
      expected |= entry.getMessage().contains("status of 428");
      if (bad && !expected) {
        complaints.add(entry.getMessage());
      }
    }
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    driver.quit();
  }

  private SearchContext thread() {
    return driver.findElement(By.cssSelector("rejoinder-thread")).getShadowRoot();
  }

  private WebElement until(Supplier<WebElement> element) {
    try {
      return new WebDriverWait(driver, SOON)
          .ignoring(WebDriverException.class)
          .until(unused -> element.get());
    } catch (TimeoutException e) {
      picture("not-found");
      throw e;
    }
  }
}
