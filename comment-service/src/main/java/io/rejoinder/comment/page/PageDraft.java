package io.rejoinder.comment.page;

import io.rejoinder.comment.edge.FieldError;
import io.rejoinder.comment.site.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page as its browser or its site says: nothing in it is checked yet.
 *
 * @param address where it is, without a fragment
 * @param title what it is called, plain text
 */
public record PageDraft(@Nullable String address, @Nullable String title) {

  private static final int LONGEST_ADDRESS = 2000;
  private static final int LONGEST_TITLE = 300;

  /** The address without a fragment; empty if none was given. */
  String place() {
    String given = address == null ? "" : address.strip();
    int fragment = given.indexOf('#');
    return fragment < 0 ? given : given.substring(0, fragment);
  }

  /** The title in one line, cut to what a list can show; the address where there is none. */
  String heading() {
    StringBuilder line = new StringBuilder();
    String given = title == null ? "" : title;
    given
        .codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        // Embeddings, overrides and isolates would turn round what stands behind them.
        .filter(c -> !(c >= 0x202a && c <= 0x202e) && !(c >= 0x2066 && c <= 0x2069))
        .limit(LONGEST_TITLE)
        .forEach(line::appendCodePoint);
    String heading = line.toString().strip();
    return heading.isEmpty() ? place() : heading;
  }

  /** Adds what is wrong with it as a page of a site; names begin with the prefix. */
  void check(Site site, String prefix, List<FieldError> errors) {
    String place = place();
    if (place.isEmpty() || place.length() > LONGEST_ADDRESS || !site.hasPage(place)) {
      String measure = place.isEmpty() || place.length() > LONGEST_ADDRESS ? "" : ", elsewhere";
      errors.add(
          new FieldError(
              prefix + "address",
              "length " + place.length() + measure,
              "1..%d characters, an address of the site %s".formatted(LONGEST_ADDRESS, site.id())));
    }
  }
}
