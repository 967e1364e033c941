package io.rejoinder.review.importing;

/** The broker did not confirm for longer than an import waits. */
final class BrokerAway extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokerAway(Throwable cause) {
    super("the broker did not confirm", cause);
  }
}
