package io.rejoinder.moderation.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** Every kind of problem that this service answers with. Names are part of the API. */
public enum ProblemType {
  SIGN_IN_REQUIRED(
      HttpStatus.UNAUTHORIZED,
      "Sign in first",
      "Nobody is signed in, or the session has ended. The document carries the token (csrf) that"
          + " POST /api/session needs."),
  WRONG_CREDENTIALS(
      HttpStatus.UNAUTHORIZED,
      "Name or password is wrong",
      "No active account has this name and password. The answer does not say which of them is"
          + " wrong."),
  CODE_REQUIRED(
      HttpStatus.UNAUTHORIZED,
      "A code is asked for, too",
      "Name and password are right. The account asks for a code of its owner's device, or a recovery"
          + " code, besides: send the same with code."),
  WRONG_CODE(
      HttpStatus.UNAUTHORIZED,
      "The code is not good",
      "It is not the device's present code, was used before, or is none of the recovery codes that are"
          + " left. Wrong codes count like wrong passwords."),
  LOCKED_OUT(
      HttpStatus.TOO_MANY_REQUESTS,
      "Too many failed sign-ins",
      "Sign-in was refused several times for this account or from this network address, or bearer"
          + " tokens were. It is possible again after the time in Retry-After."),
  TOO_MANY_CALLS(
      HttpStatus.TOO_MANY_REQUESTS,
      "Too many calls",
      "The key asked more often in this minute than it may. It is possible again after the time in"
          + " Retry-After."),
  BEARER_REFUSED(
      HttpStatus.UNAUTHORIZED,
      "The bearer token is not good",
      "There is no token with this secret, or it was revoked, or its time is over. The answer does"
          + " not say which."),
  PASSWORD_CHANGE_REQUIRED(
      HttpStatus.FORBIDDEN,
      "Change the password first",
      "The password of this account was generated. POST /api/session/password changes it; nothing"
          + " else is open until then."),
  NOT_ALLOWED(
      HttpStatus.FORBIDDEN,
      "Not allowed",
      "The account's role, or the token's scopes, do not include this operation."),
  TOKEN_REFUSED(
      HttpStatus.FORBIDDEN,
      "The request's token is missing or out of date",
      "Every request that changes something carries the token that GET /api/session names, in the"
          + " header that it names."),
  INVALID_REQUEST(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "Something in the request is not valid",
      "Each entry of errors names a field, the value's measure and the bound."),
  WEAK_PASSWORD(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "The password is easy to guess",
      "why is contains-name or guessable; strength, of 0 to 4, is what the password was measured at,"
          + " bound what is asked for. The detail says what makes it weak."),
  BAD_REQUEST(
      HttpStatus.BAD_REQUEST,
      "The request cannot be read",
      "The body is no JSON of the expected shape, or a parameter cannot be read."),
  ALREADY_DECIDED(
      HttpStatus.CONFLICT,
      "Somebody decided before",
      "Another decision on this revision came first; happened says what and by whom, item is the"
          + " comment as it stands."),
  OUTDATED(
      HttpStatus.CONFLICT,
      "The comment changed since",
      "The text or the verdict changed after the version that this is based on; happened says what"
          + " stands, item is the comment as it stands."),
  OWN_DECISION(
      HttpStatus.CONFLICT,
      "Somebody else answers the appeal",
      "The author appeals against a rejection of yours, and there are other moderators to look at it;"
          + " item is the comment as it stands. Nothing was changed."),
  SETTINGS_OUTDATED(
      HttpStatus.CONFLICT,
      "The settings changed since",
      "Another version was saved after the one that this is based on; current is its number. Nothing"
          + " was saved."),
  AUTHOR_OUTDATED(
      HttpStatus.CONFLICT,
      "Somebody changed it since",
      "What is held of the author changed after the version that this is based on; author is how it"
          + " stands. Nothing was changed."),
  TRIAL_RUNNING(
      HttpStatus.CONFLICT,
      "A trial is running",
      "There is one trial at a time, so that screening has the machine to itself. Wait for it, or stop"
          + " it with DELETE."),
  NAME_TAKEN(
      HttpStatus.CONFLICT,
      "The name is taken",
      "There is an account of this name, perhaps one that may not sign in any more. Names differ by"
          + " more than upper and lower case."),
  OWN_ACCOUNT(
      HttpStatus.CONFLICT,
      "Not one's own account",
      "Administrators change the accounts of others: nobody locks themselves out. Their own password"
          + " is changed at POST /api/session/password."),
  TOO_MANY_STREAMS(
      HttpStatus.SERVICE_UNAVAILABLE,
      "Too many live streams",
      "This instance serves as many consoles as it is set to. Try again later."),
  NOT_CONFIRMED(
      HttpStatus.SERVICE_UNAVAILABLE,
      "Not confirmed",
      "The broker did not confirm in time. Whether the command was kept is not known; the same"
          + " command sent again counts once."),
  UNAVAILABLE(
      HttpStatus.SERVICE_UNAVAILABLE,
      "A part is out of reach",
      "The store or another part does not answer at present. Try again later."),
  NOT_FOUND(HttpStatus.NOT_FOUND, "Nothing here", "There is nothing at this address."),
  METHOD_NOT_ALLOWED(
      HttpStatus.METHOD_NOT_ALLOWED,
      "Method not allowed",
      "What is at this address does not take this method."),
  UNSUPPORTED_MEDIA_TYPE(
      HttpStatus.UNSUPPORTED_MEDIA_TYPE,
      "Media type not supported",
      "Bodies are application/json."),
  TOO_LARGE(
      HttpStatus.CONTENT_TOO_LARGE,
      "The body is too large",
      "Bodies are at most 16 KB, those with settings 256 KB, forms of other sites 64 KB."),
  FAILED(
      HttpStatus.INTERNAL_SERVER_ERROR,
      "Something failed",
      "The service's log tells more, at the time of the request.");

  private final HttpStatus status;
  private final String title;
  private final String explanation;

  ProblemType(HttpStatus status, String title, String explanation) {
    this.status = status;
    this.title = title;
    this.explanation = explanation;
  }

  /** The last part of the type's address. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The type's address. */
  String address() {
    return "/problems/" + slug();
  }

  HttpStatus status() {
    return status;
  }

  String title() {
    return title;
  }

  String explanation() {
    return explanation;
  }

  static Optional<ProblemType> named(String slug) {
    return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
  }

  /** The general type for a status that the framework answers with. */
  static ProblemType of(HttpStatusCode status) {
    return switch (status.value()) {
      case 400 -> BAD_REQUEST;
      case 401 -> SIGN_IN_REQUIRED;
      case 403 -> NOT_ALLOWED;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 413 -> TOO_LARGE;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      case 503 -> UNAVAILABLE;
      default -> status.is4xxClientError() ? BAD_REQUEST : FAILED;
    };
  }
}
