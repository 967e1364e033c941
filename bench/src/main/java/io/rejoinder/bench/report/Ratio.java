package io.rejoinder.bench.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;

/**
 * A rate as a share of its ceiling.
 *
 * @param name what of what
 * @param rate the platform's
 * @param ceiling the other's
 * @param nothing the generator's against a server that does nothing
 */
public record Ratio(String name, double rate, double ceiling, double nothing) {

  /** The generator must not be what is measured: it has to reach this many times a rate alone. */
  private static final double HEADROOM = 2;

  /** The share, 1 for all. */
  @JsonProperty
  public double value() {
    return ceiling == 0 ? 0 : rate / ceiling;
  }

  /** How many times the higher of both rates the generator reaches alone. */
  @JsonProperty
  public double headroom() {
    double higher = Math.max(rate, ceiling);
    return higher == 0 ? 0 : nothing / higher;
  }

  /** Whether the generator was quick enough for both rates. */
  @JsonProperty
  public boolean counts() {
    return headroom() >= HEADROOM;
  }

  static List<Ratio> of(Results results) {
    List<Ratio> all = new ArrayList<>();
    for (Posting at : results.posting()) {
      Ceilings ceilings = at.ceilings();
      String post = "POST at " + at.post().connections() + " connections / ";
      all.add(ratio(post + "netty with ack", at.post(), ceilings.acked(), ceilings.nothing()));
      all.add(ratio(post + "bare netty", at.post(), ceilings.bare(), ceilings.nothing()));
    }
    all.add(page(results.page()));
    results.otherPages().forEach(other -> all.add(page(other)));
    return all;
  }

  static Ratio acked(Posting at) {
    return ratio("", at.post(), at.ceilings().acked(), at.ceilings().nothing());
  }

  static Ratio page(Page page) {
    String name =
        "GET of " + page.comments() + " comments, " + page.form() + " / bare netty, same bytes";
    return ratio(name, page.get(), page.bare(), page.nothing());
  }

  private static Ratio ratio(String name, Figure rate, Figure ceiling, Figure nothing) {
    return new Ratio(name, rate.rate(), ceiling.rate(), nothing.rate());
  }
}
