package io.rejoinder.comment.mail;

/** Hands messages to a mail server; blocks. */
interface Outbox {

  /**
   * Hands over one message.
   *
   * @throws Refused if that server will not take it, now or ever
   * @throws Away if the server does not answer, or not as it should: any message would fail
   */
  void send(Mail mail) throws Refused, Away;

  /** A message was refused, with the code of RFC 5321; nothing that the server said is kept. */
  final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int FOR_GOOD = 500;

    private final int code;

    Refused(int code) {
      super("code " + code, null, false, false);
      this.code = code;
    }

    boolean forGood() {
      return code >= FOR_GOOD;
    }
  }

  /** The server is away; its message names the cause without addresses. */
  final class Away extends Exception {
    private static final long serialVersionUID = 1L;

    Away(String cause) {
      super(cause, null, false, false);
    }
  }
}
