package io.rejoinder.comment.following;

import io.rejoinder.comment.mail.LinkTokens;
import java.time.Duration;
import java.util.Optional;

/** The links that messages carry: to confirm, which ends, and to stop, which does not. */
final class Links {

  static final String CONFIRM = "/following/confirm";
  static final String STOP = "/following/stop";

  private static final String TO_CONFIRM = "follow.confirm";
  private static final String TO_STOP = "follow.stop";

  private final LinkTokens tokens;
  private final String service;

  /** Links to a service at this public address. */
  Links(LinkTokens tokens, String service) {
    this.tokens = tokens;
    this.service = service.endsWith("/") ? service.substring(0, service.length() - 1) : service;
  }

  String confirm(Asked asked, Duration within) {
    return service + CONFIRM + "?token=" + tokens.token(TO_CONFIRM, asked.text(), within);
  }

  String stop(String id) {
    return service + STOP + "?token=" + stopToken(id);
  }

  String stopToken(String id) {
    return tokens.token(TO_STOP, id, null);
  }

  Optional<Asked> asked(String token) {
    return tokens.content(TO_CONFIRM, token).flatMap(Asked::of);
  }

  /** The id of what is to be stopped. */
  Optional<String> stopped(String token) {
    return tokens.content(TO_STOP, token);
  }
}
