package io.rejoinder.moderation.campaign;

import io.rejoinder.events.comment.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a text wants its readers to go: a domain or a telephone number.
 *
 * @param kind which of them
 * @param value the registrable domain, or the last nine digits
 * @param span its place in the raw text
 */
public record Contact(Kind kind, String value, Span span) {

  /** What it is. */
  public enum Kind {
    DOMAIN,
    PHONE
  }

  /** Of one text: who links to more than these is found by one of them, too. */
  private static final int MOST = 3;

  private static final int NATIONAL_DIGITS = 9;

  /** Possessive throughout: the time is linear in the text's length. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:https?://|(?<![\\w.])www\\.)((?:[a-z0-9-]{1,63}\\.){1,6}[a-z]{2,24})(?![\\w-])"
              + "|(?<![\\w@.-])((?:[a-z0-9][a-z0-9-]{0,62}\\.){1,4}"
              + "(?:com|net|org|info|biz|ru|cn|xyz|top|site|online|shop|club|icu|io|co|me|link"
              + "|click|live|store|app|dev|de|uk|fr|nl|tk|ml|ga|pw|cc|ws|bet|casino))(?![\\w@-])",
          Pattern.CASE_INSENSITIVE);

  /** Nine to fifteen digits, as people part them. */
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.,/-])[+(]{0,2}+\\d(?:[ ()./-]{0,2}+\\d){8,14}+(?!\\w)");

  private static final Pattern PARTED = Pattern.compile("\\s");
  private static final Set<String> SECOND_LEVEL =
      Set.of("ac", "co", "com", "edu", "gov", "net", "org");

  /** Places of everybody's pages: that two authors link there says nothing of them. */
  private static final Set<String> EVERYBODYS =
      Set.of(
          "amazon.com",
          "bbc.co.uk",
          "blogspot.com",
          "facebook.com",
          "google.com",
          "imdb.com",
          "instagram.com",
          "letterboxd.com",
          "metacritic.com",
          "netflix.com",
          "nytimes.com",
          "reddit.com",
          "rottentomatoes.com",
          "spotify.com",
          "themoviedb.org",
          "tiktok.com",
          "twitter.com",
          "vimeo.com",
          "wikipedia.org",
          "wordpress.com",
          "x.com",
          "youtu.be",
          "youtube.com");

  /** The contacts of a raw text, telephone numbers first, each once; at most three. */
  public static List<Contact> in(String raw) {
    List<Contact> contacts = new ArrayList<>(MOST);
    if (mayNumber(raw)) {
      Matcher numbers = NUMBER.matcher(raw);
      while (contacts.size() < MOST && numbers.find()) {
        addPhone(contacts, numbers);
      }
    }
    if (mayLink(raw)) {
      Matcher addresses = ADDRESS.matcher(raw);
      while (contacts.size() < MOST && addresses.find()) {
        addDomain(contacts, addresses);
      }
    }
    return contacts;
  }

  /** Whether the pattern could find anything: most texts have hardly a digit. */
  private static boolean mayNumber(String raw) {
    int digits = 0;
    for (int i = 0; i < raw.length() && digits < NATIONAL_DIGITS; i++) {
      digits += Character.isDigit(raw.charAt(i)) ? 1 : 0;
    }
    return digits == NATIONAL_DIGITS;
  }

  /** Likewise: most texts have no dot but at a sentence's end. */
  private static boolean mayLink(String raw) {
    for (int i = raw.indexOf('.'); i >= 0; i = raw.indexOf('.', i + 1)) {
      if (i + 1 < raw.length() && Character.isLetterOrDigit(raw.charAt(i + 1))) {
        return true;
      }
    }
    return false;
  }

  /** "2010 2011 2012" is none: a number that is parted by spaces begins as telephone numbers do. */
  private static void addPhone(List<Contact> contacts, Matcher found) {
    String number = found.group();
    if (PARTED.matcher(number).find() && "+(0".indexOf(number.charAt(0)) < 0) {
      return;
    }
    StringBuilder digits = new StringBuilder();
    number.chars().filter(Character::isDigit).forEach(c -> digits.append((char) c));
    add(contacts, Kind.PHONE, digits.substring(digits.length() - NATIONAL_DIGITS), found);
  }

  private static void addDomain(List<Contact> contacts, Matcher found) {
    String host = found.group(1) == null ? found.group(2) : found.group(1);
    String domain = registrable(host.toLowerCase(Locale.ROOT));
    if (!EVERYBODYS.contains(domain)) {
      add(contacts, Kind.DOMAIN, domain, found);
    }
  }

  private static void add(List<Contact> contacts, Kind kind, String value, Matcher found) {
    if (contacts.stream().noneMatch(one -> one.kind == kind && one.value.equals(value))) {
      contacts.add(new Contact(kind, value, new Span(found.start(), found.end())));
    }
  }

  private static String registrable(String host) {
    String[] labels = host.split("\\.");
    int last = labels.length - 1;
    boolean country = labels[last].length() == 2 && last >= 2;
    int wanted = country && SECOND_LEVEL.contains(labels[last - 1]) ? 3 : 2;
    return String.join(
        ".", List.of(labels).subList(Math.max(0, labels.length - wanted), labels.length));
  }
}
