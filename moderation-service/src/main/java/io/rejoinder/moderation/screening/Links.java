package io.rejoinder.moderation.screening;

import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Links, with or without a scheme, and links whose words name another place than they lead to.
 *
 * <p>One link is how people talk about films; three are how spam looks. A mention of a bare domain
 * counts as a link: readers' programs make one of it.
 */
final class Links implements Screen {

  private static final int SPANS = 20;
  private static final double[] WEIGHTS = {0, 0.2, 0.5};
  private static final double MANY = 1.0;
  private static final double EACH_MORE = 0.1;
  private static final double MOST = 2.0;
  private static final double HIDDEN = 1.0;

  /** Possessive throughout: the time is linear in the text's length. */
  private static final Pattern LINK =
      Pattern.compile(
          "(?:(?:https?|ftp)://|www\\.)[^\\s<>\"')\\]]++"
              + "|(?<![\\w@.])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?+\\.){1,4}"
              + "(?:com|net|org|info|biz|ru|cn|xyz|top|site|online|shop|club|icu|io|co|me|link"
              + "|click|live|store|app|dev|de|uk|fr|nl|tk|ml|ga|pw|cc|ws|bet|casino)(?![\\w@.-])"
              + "(?:/[^\\s<>\"')\\]]*+)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern MARKDOWN =
      Pattern.compile("\\[([^\\]\\n]{1,300})\\]\\(\\s*+([^)\\s]{1,2000})");
  private static final Pattern HOST =
      Pattern.compile("(?:[a-z][a-z0-9+.-]{0,20}:/{0,2})?(?:[^/@\\s]*@)?([^/:?#\\s]+).*+");

  private static final Evidence NONE =
      new Evidence(
          "links",
          0,
          sentence(0, 0, Set.of()),
          List.of(),
          Map.of("links", "0", "hidden", "0", "hosts", "0"));

  @Override
  public String name() {
    return "links";
  }

  @Override
  public Evidence weigh(Subject subject, Map<String, String> values) {
    String text = subject.raw();
    if (!mayLink(text)) {
      return NONE;
    }
    List<Span> spans = new ArrayList<>();
    Set<String> hosts = new TreeSet<>();
    int count = 0;
    Matcher links = LINK.matcher(text);
    while (links.find()) {
      count++;
      hosts.add(hostOf(links.group()));
      if (spans.size() < SPANS) {
        spans.add(new Span(links.start(), links.end()));
      }
    }
    int hidden = hidden(text, spans);
    // A Markdown link that shows an address names two, and is one.
    int distinct = Math.max(hidden, count - named(text));
    return new Evidence(
        name(),
        weight(distinct, hidden),
        sentence(distinct, hidden, hosts),
        spans,
        Map.of(
            "links", Integer.toString(distinct),
            "hidden", Integer.toString(hidden),
            "hosts", Integer.toString(hosts.size())));
  }

  /** Whether the patterns could find anything: most texts have no dot but at a sentence's end. */
  private static boolean mayLink(String text) {
    for (int i = text.indexOf('.'); i >= 0; i = text.indexOf('.', i + 1)) {
      if (i + 1 < text.length() && !Character.isWhitespace(text.charAt(i + 1))) {
        return true;
      }
    }
    return text.contains("://");
  }

  private static double weight(int links, int hidden) {
    double byCount =
        links < WEIGHTS.length
            ? WEIGHTS[links]
            : Math.min(MOST, MANY + EACH_MORE * (links - WEIGHTS.length));
    return byCount + (hidden > 0 ? HIDDEN : 0);
  }

  private static String sentence(int links, int hidden, Set<String> hosts) {
    if (links == 0) {
      return "no links";
    }
    String counted = links == 1 ? "1 link" : links + " links";
    String where = hosts.size() == 1 && links > 1 ? ", all to " + hosts.iterator().next() : "";
    return counted + where + (hidden > 0 ? ", " + hidden + " to another place than it shows" : "");
  }

  private static int named(String text) {
    int named = 0;
    Matcher markdown = MARKDOWN.matcher(text);
    while (markdown.find()) {
      if (LINK.matcher(markdown.group(1)).find() && LINK.matcher(markdown.group(2)).find()) {
        named++;
      }
    }
    return named;
  }

  private static int hidden(String text, List<Span> spans) {
    int hidden = 0;
    Matcher markdown = MARKDOWN.matcher(text);
    while (markdown.find()) {
      Matcher shown = LINK.matcher(markdown.group(1));
      if (shown.find() && !sameSite(hostOf(shown.group()), hostOf(markdown.group(2)))) {
        hidden++;
        if (spans.size() < SPANS) {
          spans.add(new Span(markdown.start(), markdown.end()));
        }
      }
    }
    return hidden;
  }

  private static boolean sameSite(String one, String other) {
    return one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one);
  }

  private static String hostOf(String link) {
    Matcher host = HOST.matcher(link.toLowerCase(Locale.ROOT));
    String name = host.matches() ? host.group(1) : link.toLowerCase(Locale.ROOT);
    return name.startsWith("www.") ? name.substring("www.".length()) : name;
  }
}
