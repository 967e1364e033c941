package io.rejoinder.comment;

import static org.awaitility.Awaitility.await;

import io.rejoinder.events.review.ReviewState;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One platform for the tests that leave it as it is: with an open thread {@code film}, a closed one
 * {@code closed}, a small ring, and few viewers. It ends with the last test.
 */
final class SharedPlatform implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Platform.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(SharedPlatform.class))
        .computeIfAbsent(Platform.class, type -> start(), Platform.class);
  }

  private static Platform start() {
    Platform platform =
        Platform.start("rejoinder.comments.live.ring=8", "rejoinder.comments.live.viewers=3");
    platform.openThread("film");
    platform.publish(Platform.review("closed", false, ReviewState.Status.PUBLISHED));
    await()
        .atMost(Platform.BOUND)
        .until(() -> platform.get("/api/threads/closed/comments").statusCode() == 200);
    return platform;
  }
}
