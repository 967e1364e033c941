package io.rejoinder.comment.edge;

import org.springframework.http.HttpStatus;

/** Every kind of error answer: its stable name, its status, and what to do about it. */
public enum ProblemType {
  NOT_FOUND(
      HttpStatus.NOT_FOUND, "Nothing is here", "The address names nothing that this service has."),
  METHOD_NOT_ALLOWED(
      HttpStatus.METHOD_NOT_ALLOWED,
      "This address does not take this method",
      "The header Allow lists the methods that it takes."),
  UNKNOWN_THREAD(
      HttpStatus.NOT_FOUND,
      "There is no such thread",
      "No published review has this id, and no site that is configured has such a page. A review that"
          + " was just published is known within seconds."),
  CLOSED_THREAD(
      HttpStatus.CONFLICT,
      "Comments are closed",
      "The thread can be read but takes no more comments."),
  UNREADABLE_BODY(
      HttpStatus.BAD_REQUEST,
      "The body could not be read",
      "The body must be one JSON object as the OpenAPI document describes it."),
  UNSUPPORTED_MEDIA_TYPE(
      HttpStatus.UNSUPPORTED_MEDIA_TYPE,
      "The body must be JSON",
      "Send Content-Type: application/json."),
  CHALLENGE_REQUIRED(
      HttpStatus.PRECONDITION_REQUIRED,
      "Proof of work is needed",
      "Many comments come at once. Find the number of the member challenge (ALTCHA, SHA-256), and send"
          + " the same request again with the answer in Base64 as Rejoinder-Challenge."),
  CHALLENGE_REFUSED(
      HttpStatus.PRECONDITION_REQUIRED,
      "This proof of work does not count",
      "It is wrong, too old, for another thread, or was used before. Answer the new challenge."),
  TOO_LARGE(
      HttpStatus.CONTENT_TOO_LARGE,
      "The body is too large",
      "The error names the bound in bytes; nothing beyond it was read."),
  INVALID_COMMENT(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "The comment cannot be taken like this",
      "Each error names a field, the measure of what was sent, and the bound that it broke."),
  INVALID_REQUEST(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "The request cannot be answered like this",
      "Each error names a parameter, the measure of what was sent, and the bound that it broke."),
  TOO_MANY_REQUESTS(
      HttpStatus.TOO_MANY_REQUESTS,
      "Too many comments at once",
      "Wait as many seconds as the header Retry-After says, then send the same request again."),
  NOT_CONFIRMED(
      HttpStatus.SERVICE_UNAVAILABLE,
      "Not confirmed",
      "It is not known whether the request was kept. Send it again with the same Idempotency-Key:"
          + " it stays one and the same."),
  STORE_UNAVAILABLE(
      HttpStatus.SERVICE_UNAVAILABLE,
      "Cannot be read at the moment",
      "Reading is interrupted; posting goes on. Nothing that was accepted is lost."),
  TOO_MANY_VIEWERS(
      HttpStatus.SERVICE_UNAVAILABLE,
      "Too many live readers",
      "This instance follows as many readers live as it is allowed to. Read the page again later."),
  TOKEN_REQUIRED(
      HttpStatus.UNAUTHORIZED,
      "A token is needed",
      "Send Authorization: Bearer with the token that the answer to the post carried."),
  TOKEN_REFUSED(
      HttpStatus.FORBIDDEN,
      "The token does not fit",
      "The token is not the one of this submission, or there is no such submission."),
  OUTDATED(
      HttpStatus.CONFLICT,
      "Something else happened first",
      "The comment has changed since you read it; the document says how it stands now."),
  READER_REQUIRED(
      HttpStatus.UNAUTHORIZED,
      "An identity is needed",
      "Send Rejoinder-Reader with a token from POST /api/readers."),
  READER_REFUSED(
      HttpStatus.FORBIDDEN,
      "This identity is not known here",
      "The token was not signed by this installation. Take a new one from POST /api/readers."),
  SIGN_IN_OVER(
      HttpStatus.UNAUTHORIZED,
      "The sign-in is over",
      "It lasts as long as its site has set. Sign in again."),
  SIGN_IN_REQUIRED(
      HttpStatus.UNAUTHORIZED,
      "Only for readers who are signed in",
      "Send Rejoinder-Reader with the token of a sign-in."),
  NO_SIGN_IN(
      HttpStatus.NOT_FOUND,
      "There is no such sign-in",
      "No site of this name is configured, or it has no sign-in of this kind."),
  SIGN_IN_REFUSED(
      HttpStatus.FORBIDDEN,
      "The sign-in cannot be taken",
      "Each error names what is wrong with the signed token, its measure, and what would have been taken."),
  SIGN_IN_UNAVAILABLE(
      HttpStatus.SERVICE_UNAVAILABLE,
      "Signing in is interrupted",
      "What tells whether a sign-in is right does not answer at the moment. Try again later; reading"
          + " and what guests may do go on."),
  UNKNOWN_COMMENT(
      HttpStatus.NOT_FOUND,
      "There is no such comment",
      "No comment that readers can see has this id."),
  OWN_COMMENT(
      HttpStatus.CONFLICT, "It is your own comment", "Only others can do this to a comment."),
  ORIGIN_REFUSED(
      HttpStatus.FORBIDDEN,
      "Pages of this origin may not call",
      "A page reaches the threads of its own site. The operator lists the origins of each:"
          + " rejoinder.comments.sites.<id>.origins."),
  GUESTS_REFUSED(
      HttpStatus.FORBIDDEN,
      "Guests cannot write here",
      "The site takes comments of readers who are signed in, and of nobody else."),
  EDIT_CLOSED(
      HttpStatus.FORBIDDEN,
      "It cannot be edited any more",
      "A comment can be edited within the time that its site sets, until somebody replies. It can"
          + " be withdrawn at any time."),
  MAIL_OFF(
      HttpStatus.NOT_FOUND,
      "No e-mail is sent from here",
      "The operator has set no mail server: rejoinder.mail.host."),
  KEY_REFUSED(
      HttpStatus.FORBIDDEN,
      "The key does not fit",
      "The key is not the one of this site, or the site has none: rejoinder.comments.sites.<id>.key."),
  INTERNAL(
      HttpStatus.INTERNAL_SERVER_ERROR,
      "An error of ours",
      "The request failed for a reason that is not in the request. It was logged.");

  private final HttpStatus status;
  private final String title;
  private final String explanation;

  ProblemType(HttpStatus status, String title, String explanation) {
    this.status = status;
    this.title = title;
    this.explanation = explanation;
  }

  /** The HTTP status. */
  public HttpStatus status() {
    return status;
  }

  /** The last part of the type's address. */
  public String slug() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  String title() {
    return title;
  }

  String explanation() {
    return explanation;
  }
}
