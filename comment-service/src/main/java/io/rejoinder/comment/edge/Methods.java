package io.rejoinder.comment.edge;

import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Answers for methods that an address does not take. */
public final class Methods {

  private Methods() {}

  /** A handler that refuses, and lists what is taken: {@code GET, POST}. */
  public static HandlerFunction<ServerResponse> only(String allowed) {
    Problem problem = Problem.of(ProblemType.METHOD_NOT_ALLOWED).withHeader("Allow", allowed);
    return problem::answer;
  }
}
