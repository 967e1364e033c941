package io.rejoinder.local.launch;

import java.util.Locale;

/** A part of the platform that a process can run. */
public enum Part {
  /** The embedded Kafka broker. */
  BROKER,
  /** The document store. */
  STORE,
  /** review-service: the site. */
  REVIEW,
  /** comment-service: the comments API. */
  COMMENT,
  /** moderation-service: screening and the console. */
  MODERATION;

  /** Whether it is one of the three services. */
  public boolean isService() {
    return this != BROKER && this != STORE;
  }

  /** The name on the command line, in lock files and in progress lines. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
