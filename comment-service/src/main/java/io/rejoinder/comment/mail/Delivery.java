package io.rejoinder.comment.mail;

/** What became of a message, or is becoming. */
public enum Delivery {
  /** The SMTP server has it. */
  SENT,
  /** The SMTP server refused it for good: trying again would not help. */
  REFUSED,
  /** The SMTP server put it off, for this address: it is tried for some hours more. */
  PUT_OFF,
  /** No server answered, for as long as its sender wanted to wait. */
  GIVEN_UP
}
