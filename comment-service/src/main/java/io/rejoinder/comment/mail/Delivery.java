package io.rejoinder.comment.mail;

/** What became of a message. */
public enum Delivery {
  /** The SMTP server has it. */
  SENT,
  /** The SMTP server refused it for good: trying again would not help. */
  REFUSED,
  /** It was put off, or no server answered, for as long as its sender wanted to wait. */
  GIVEN_UP
}
