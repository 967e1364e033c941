package io.rejoinder.comment.personal;

import java.util.Map;
import java.util.function.Function;

/** Whose data is asked for, proved by whoever asks. */
public sealed interface Person {

  /** How a download names them: one member of a JSON object. */
  Map<String, String> named();

  /**
   * Does what depends on the proof.
   *
   * @param identity takes an identity's id
   * @param mailbox takes an address's keyed hash
   */
  <T> T by(Function<String, T> identity, Function<String, T> mailbox);

  /**
   * Who has a token of this identity.
   *
   * @param id of a browser, or of a sign-in
   */
  record Identity(String id) implements Person {
    @Override
    public Map<String, String> named() {
      return Map.of("reader", id);
    }

    @Override
    public <T> T by(Function<String, T> identity, Function<String, T> mailbox) {
      return identity.apply(id);
    }
  }

  /**
   * Who reads the messages to an e-mail address.
   *
   * @param email the address
   * @param hash its keyed hash, by which it is found
   */
  record Mailbox(String email, String hash) implements Person {
    @Override
    public Map<String, String> named() {
      return Map.of("email", email);
    }

    @Override
    public <T> T by(Function<String, T> identity, Function<String, T> mailbox) {
      return mailbox.apply(hash);
    }

    /** Nobody's to read in a log. */
    @Override
    public String toString() {
      return "Mailbox[...]";
    }
  }
}
