package io.rejoinder.events.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Conditions under which a comment waits for a moderator, whatever its score, and sites that take
 * none.
 *
 * @param everything every comment
 * @param untilApproved an author's comments, until so many of theirs were approved; 0 for no such
 *     condition, 1 for the first comment
 * @param links one with so many links or more; 1 for any link, null for no such condition
 * @param images one with so many images or more; null for no such condition
 * @param sites the ids of sites of which every comment waits; null for none
 * @param readOnly the ids of sites that take nothing from readers; null for none
 */
public record Holds(
    boolean everything,
    int untilApproved,
    @Nullable Integer links,
    @Nullable Integer images,
    @Nullable List<String> sites,
    @Nullable List<String> readOnly) {

  /** Copies the lists; an empty one is the same as none. */
  public Holds {
    sites = sites == null || sites.isEmpty() ? null : List.copyOf(sites);
    readOnly = readOnly == null || readOnly.isEmpty() ? null : List.copyOf(readOnly);
  }

  /** Conditions that are the same for all sites. */
  public Holds(
      boolean everything, int untilApproved, @Nullable Integer links, @Nullable Integer images) {
    this(everything, untilApproved, links, images, null, null);
  }

  /** Whether every comment of this site waits. */
  public boolean all(String site) {
    return everything || (sites != null && sites.contains(site));
  }
}
