package io.rejoinder.bench.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * POSTs at full speed, and what became of them.
 *
 * @param post the 202s
 * @param ceilings the same load against less
 * @param readable comments that could be read in the end, of this load
 * @param settleSeconds from the last 202 until the last comment could be read
 * @param sustained comments a second from the first POST until the last comment could be read
 * @param checkedOneByOne ids of one thread that were looked up, each, in what readers get
 * @param missing of those, not there or there twice
 * @param platformShare of all cores, by the platform's process, while 202s were given
 */
public record Posting(
    Figure post,
    Ceilings ceilings,
    long readable,
    double settleSeconds,
    double sustained,
    long checkedOneByOne,
    long missing,
    double platformShare) {

  /** Whether everything accepted can be read, once, and nothing else. */
  @JsonProperty
  public boolean isWhole() {
    return readable == post.answers() && missing == 0;
  }
}
