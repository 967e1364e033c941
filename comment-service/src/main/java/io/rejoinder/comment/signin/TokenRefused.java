package io.rejoinder.comment.signin;

import io.rejoinder.comment.edge.FieldError;
import java.util.List;

/** Why a signed token is not taken; nothing of the token is in it. */
final class TokenRefused extends Exception {

  private static final long serialVersionUID = 1;

  private final transient List<FieldError> errors;

  TokenRefused(List<FieldError> errors) {
    super("refused", null, false, false);
    this.errors = List.copyOf(errors);
  }

  static TokenRefused of(String part, String value, String bound) {
    return new TokenRefused(List.of(new FieldError("token" + part, value, bound)));
  }

  List<FieldError> errors() {
    return errors;
  }
}
