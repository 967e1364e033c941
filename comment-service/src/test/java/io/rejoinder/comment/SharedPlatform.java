package io.rejoinder.comment;

import static org.awaitility.Awaitility.await;

import io.rejoinder.events.review.ReviewState;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One platform for the tests that leave it as it is: with an open thread {@code film}, a closed one
 * {@code closed}, a small ring, and few viewers; with a site {@code blog}, and others where less is
 * allowed. It ends with the last test.
 */
final class SharedPlatform implements ParameterResolver {

  /** The origin of the site {@code blog}. */
  static final String BLOG = "https://blog.example";

  static final String BLOG_KEY = "a-key-of-the-blog-0123456789";
  static final String REVIEWS_KEY = "a-key-of-the-reviews-0123456789";

  /** What the server of the site {@code members} signs with. */
  static final String MEMBERS_SECRET = "a-secret-of-the-members-0123456789";

  /** Where readers of {@code members} may sign in, too; ends with the tests. */
  static final TestProvider PROVIDER = TestProvider.start();

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
        Platform.start(
            "rejoinder.comments.live.ring=8",
            "rejoinder.comments.live.viewers=3",
            "rejoinder.comments.address=https://localhost/comments",
            // Comments of tests are written long ago.
            "rejoinder.comments.sites.reviews.edit-window=3650d",
            "rejoinder.comments.sites.reviews.key=" + REVIEWS_KEY,
            "rejoinder.comments.sites.blog.origins=" + BLOG + ",https://www.blog.example/",
            "rejoinder.comments.sites.blog.key=" + BLOG_KEY,
            "rejoinder.comments.sites.quiet.origins=https://quiet.example",
            "rejoinder.comments.sites.strict.origins=https://strict.example",
            "rejoinder.comments.sites.strict.premoderated=true",
            "rejoinder.comments.sites.strict.edit-window=0",
            "rejoinder.comments.sites.strict.depth=2",
            "rejoinder.comments.sites.strict.sort=oldest",
            "rejoinder.comments.sites.strict.longest=10",
            "rejoinder.comments.sites.members.origins=https://members.example",
            "rejoinder.comments.sites.members.guests=false",
            "rejoinder.comments.sites.members.sign-in.issuer=https://members.example",
            "rejoinder.comments.sites.members.sign-in.secret=" + MEMBERS_SECRET,
            "rejoinder.comments.sites.members.providers=test",
            "rejoinder.comments.sign-in.providers.test.issuer=" + PROVIDER.issuer(),
            "rejoinder.comments.sign-in.providers.test.client-id=" + TestProvider.CLIENT,
            "rejoinder.comments.sign-in.providers.test.client-secret=" + TestProvider.SECRET,
            "rejoinder.comments.sign-in.providers.test.name=Test & Co",
            "rejoinder.comments.sites.club.origins=https://club.example",
            "rejoinder.comments.sites.club.staff=Neil McCauley,Moderator",
            "rejoinder.comments.sites.club.providers=test",
            "rejoinder.comments.sites.club.sign-in.issuer=https://members.example",
            "rejoinder.comments.sites.club.sign-in.secret=" + MEMBERS_SECRET,
            "rejoinder.comments.sites.shut.open=false");
    platform.openThread("film");
    platform.publish(Platform.review("closed", false, ReviewState.Status.PUBLISHED));
    await()
        .atMost(Platform.BOUND)
        .until(() -> platform.get("/api/threads/closed/comments").statusCode() == 200);
    return platform;
  }
}
