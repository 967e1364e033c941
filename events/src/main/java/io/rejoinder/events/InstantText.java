package io.rejoinder.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Instants as {@link Instant#toString} writes them, the form that nearly all of ours have, read and
 * written without a formatter: there are several in every event. All else is the library's.
 */
final class InstantText {

  private static final int SECONDS_A_DAY = 86_400;
  private static final long YEAR_0 = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
  private static final long YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z").getEpochSecond();
  private static final int NANO_DIGITS = 9;
  private static final String TEMPLATE = "0000-00-00T00:00:00.000000000Z";
  private static final int FRACTION = "0000-00-00T00:00:00.".length();

  private InstantText() {}

  static SimpleModule module() {
    return new SimpleModule("rejoinder-instants")
        .addSerializer(Instant.class, new Writer())
        .addDeserializer(Instant.class, new Reader());
  }

  /**
   * The instant of a text such as {@code 2026-01-31T23:59:59.123Z}; null if it has another form.
   */
  static @Nullable Instant read(String text) {
    int z = text.length() - 1;
    if (z < FRACTION - 1
        || z > FRACTION + NANO_DIGITS
        || z == FRACTION
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || text.charAt(10) != 'T'
        || text.charAt(13) != ':'
        || text.charAt(16) != ':'
        || text.charAt(z) != 'Z'
        || (z > FRACTION && text.charAt(FRACTION - 1) != '.')) {
      return null;
    }
    int year = digits(text, 0, 4);
    int month = digits(text, 5, 7);
    int day = digits(text, 8, 10);
    int hour = digits(text, 11, 13);
    int minute = digits(text, 14, 16);
    int second = digits(text, 17, 19);
    int fraction = z > FRACTION ? digits(text, FRACTION, z) : 0;
    if ((year | month | day | hour | minute | second | fraction) < 0
        || hour > 23
        || minute > 59
        || second > 59) {
      return null;
    }
    try {
      long days = LocalDate.of(year, month, day).toEpochDay();
      for (int i = z; i < FRACTION + NANO_DIGITS; i++) {
        fraction *= 10;
      }
      return Instant.ofEpochSecond(
          days * SECONDS_A_DAY + hour * 3600L + minute * 60L + second, fraction);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** A number of up to nine digits; negative if there is something else. */
  private static int digits(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /** As {@link Instant#toString} does. */
  static String write(Instant instant) {
    long seconds = instant.getEpochSecond();
    if (seconds < YEAR_0 || seconds >= YEAR_10000) {
      return instant.toString();
    }
    LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(seconds, SECONDS_A_DAY));
    int second = Math.floorMod(seconds, SECONDS_A_DAY);
    char[] text = TEMPLATE.toCharArray();
    put(text, 0, 4, date.getYear());
    put(text, 5, 7, date.getMonthValue());
    put(text, 8, 10, date.getDayOfMonth());
    put(text, 11, 13, second / 3600);
    put(text, 14, 16, second / 60 % 60);
    put(text, 17, 19, second % 60);
    int nanos = instant.getNano();
    int end = FRACTION - 1;
    if (nanos != 0) {
      put(text, FRACTION, FRACTION + NANO_DIGITS, nanos);
      int digits = nanos % 1_000_000 == 0 ? 3 : nanos % 1_000 == 0 ? 6 : NANO_DIGITS;
      end = FRACTION + digits;
    }
    text[end] = 'Z';
    return new String(text, 0, end + 1);
  }

  private static void put(char[] text, int from, int to, int number) {
    int rest = number;
    for (int i = to - 1; i >= from; i--) {
      text[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
  }

  private static final class Reader extends StdDeserializer<Instant> {

    Reader() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
      Instant instant =
          parser.currentToken() == JsonToken.VALUE_STRING ? read(parser.getString()) : null;
      return instant == null ? InstantDeserializer.INSTANT.deserialize(parser, context) : instant;
    }
  }

  private static final class Writer extends StdSerializer<Instant> {

    Writer() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator generator, SerializationContext context) {
      generator.writeString(write(value));
    }
  }
}
