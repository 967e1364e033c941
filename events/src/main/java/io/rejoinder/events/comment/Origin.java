package io.rejoinder.events.comment;

import java.util.Objects;

/**
 * Where an imported thing came from.
 *
 * @param system the kind of system: {@code wordpress}
 * @param id its id there, unique over all sites: host and item for a post, with the comment's
 *     number behind a {@code #} for a comment
 */
public record Origin(String system, String id) {
  /** Checks that both are there. */
  public Origin {
    Objects.requireNonNull(system, "system");
    Objects.requireNonNull(id, "id");
  }
}
