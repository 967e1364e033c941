package io.rejoinder.events.comment;

import org.jspecify.annotations.Nullable;

/**
 * How a comment was posted, as far as the edge that took it knows. Nothing in it is personal: what
 * it says of an e-mail address is no part of that.
 *
 * @param formSeconds whole seconds between the form and the post; absent if that is not known, as
 *     of a program that posts without a form
 * @param honeypotFilled whether the field was filled that no person sees
 * @param disposableEmail whether the e-mail address is of a domain that gives addresses for minutes
 * @param premoderated true where every comment of the thread waits for a moderator; absent
 *     elsewhere
 */
public record Circumstances(
    @Nullable Integer formSeconds,
    boolean honeypotFilled,
    boolean disposableEmail,
    @Nullable Boolean premoderated) {

  /** Of a thread where comments wait for nobody. */
  public Circumstances(
      @Nullable Integer formSeconds, boolean honeypotFilled, boolean disposableEmail) {
    this(formSeconds, honeypotFilled, disposableEmail, null);
  }

  /** What is known of an edit in a thread whose comments wait for a moderator. */
  public static Circumstances ofPremoderated() {
    return new Circumstances(null, false, false, true);
  }
}
