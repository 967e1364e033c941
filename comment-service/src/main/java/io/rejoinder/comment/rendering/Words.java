package io.rejoinder.comment.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What the pages say, in one language: a file {@code words_<language>.properties} beside this
 * class. A further language is one more file, and its name in {@link #LANGUAGES}.
 */
public final class Words {

  private static final List<String> LANGUAGES = List.of("en", "es", "de", "fr", "ar");
  private static final Map<String, Words> ALL = all();

  private final Locale locale;
  private final Properties words;
  private final DateTimeFormatter dates;

  private Words(String language) {
    // Which digits Arabic has by default changed between JDKs; browsers, and so the widget, write
    // these.
    this.locale = Locale.forLanguageTag(language + "-u-nu-latn");
    this.words = read(language);
    this.dates =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(locale)
            .withZone(ZoneOffset.UTC);
  }

  private static Map<String, Words> all() {
    Map<String, Words> all = new LinkedHashMap<>();
    LANGUAGES.forEach(language -> all.put(language, new Words(language)));
    return Map.copyOf(all);
  }

  private static Properties read(String language) {
    String name = "words_" + language + ".properties";
    try (InputStream in = Words.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("no resource " + name);
      }
      Properties read = new Properties();
      read.load(new InputStreamReader(in, UTF_8));
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The best of what an {@code Accept-Language} asks for; English where there is none. */
  public static Words accepted(@Nullable String acceptLanguage) {
    String found = null;
    if (acceptLanguage != null) {
      try {
        found = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
      } catch (IllegalArgumentException e) {
        // What cannot be read asks for nothing.
      }
    }
    return in(found == null ? "en" : found);
  }

  /** The words of one language; English where it is not known. */
  public static Words in(String language) {
    Words words = ALL.get(language);
    return words == null ? ALL.getOrDefault("en", new Words("en")) : words;
  }

  /** Its language tag. */
  public String language() {
    return locale.getLanguage();
  }

  /** {@code ltr} or {@code rtl}. */
  public String direction() {
    return language().equals("ar") ? "rtl" : "ltr";
  }

  boolean has(String key) {
    return words.containsKey(key);
  }

  /** A sentence; {@code {0}} and so on stand for the arguments. */
  public String say(String key, Object... arguments) {
    String said = words.getProperty(key);
    if (said == null) {
      throw new IllegalArgumentException("no word " + key + " in " + language());
    }
    for (int i = 0; i < arguments.length; i++) {
      said = said.replace("{" + i + "}", String.valueOf(arguments[i]));
    }
    return said;
  }

  /** A sentence about a number, in the form that the language's grammar wants for it. */
  public String count(String key, long number, Object... more) {
    String zero = key + ".zero";
    String form = key + "." + plural(number);
    String chosen = number == 0 && has(zero) ? zero : has(form) ? form : key + ".other";
    Object[] all = new Object[more.length + 1];
    all[0] = number(number);
    System.arraycopy(more, 0, all, 1, more.length);
    return say(chosen, all);
  }

  String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** A time, in UTC. */
  public String date(Instant at) {
    return dates.format(at) + " UTC";
  }

  /** The plural category of a whole number (Unicode CLDR, supplemental plurals). */
  private String plural(long n) {
    return switch (language()) {
      case "ar" -> arabic(n);
      case "fr" -> n <= 1 ? "one" : "other";
      default -> n == 1 ? "one" : "other";
    };
  }

  private static String arabic(long n) {
    if (n <= 2) {
      return List.of("zero", "one", "two").get((int) n);
    }
    long rest = n % 100;
    if (rest >= 3 && rest <= 10) {
      return "few";
    }
    return rest >= 11 ? "many" : "other";
  }
}
