package io.rejoinder.comment.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What an operator may write, and that a mistake is told at the start. */
class SitesConfigurationTest {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withUserConfiguration(App.class);

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(SitesProperties.class)
  @Import(SiteConfiguration.class)
  static class App {}

  @Test
  void theReviewsAreASiteWithoutBeingNamed() {
    runner
        .withPropertyValues("rejoinder.comments.origins=http://localhost:8080/")
        .run(
            context -> {
              Site reviews = context.getBean(Sites.class).reviews();
              assertThat(reviews.has("http://localhost:8080")).isTrue();
              assertThat(reviews.opensWith("")).as("no key, no way in").isFalse();
              assertThat(reviews.settings())
                  .isEqualTo(
                      new Settings(
                          true, 0, false, 4, "newest", Duration.ofMinutes(5), true, 5000, 3));
            });
  }

  @Test
  void aThreadsIdTellsItsSite() {
    runner
        .withPropertyValues(
            "rejoinder.comments.sites.my-club.origins=https://Club.example/path",
            "rejoinder.comments.sites.my-club.name=The club",
            "rejoinder.comments.sites.my-club.key=0123456789abcdef01234567",
            "rejoinder.comments.limits.text=300")
        .run(
            context -> {
              Sites sites = context.getBean(Sites.class);
              Site club = sites.ofThread("my-club--a--b").orElseThrow();
              assertThat(club.name()).isEqualTo("The club");
              assertThat(club.settings().longest()).isEqualTo(300);
              assertThat(club.hasPage("https://club.example/anything?x#y")).isTrue();
              assertThat(club.opensWith("0123456789abcdef01234567")).isTrue();
              assertThat(sites.ofThread("my-club")).contains(sites.reviews());
              assertThat(sites.ofThread("my--club")).isEmpty();
              assertThat(Sites.thread("my-club", "a")).isEqualTo("my-club--a");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sites.blog.depth=9",
        "sites.blog.depth=0",
        "sites.blog.longest=5001",
        "sites.blog.sort=sideways",
        "sites.blog.close-after=-1",
        "sites.blog.edit-window=-1s",
        "sites.blog.edit-window=3651d",
        "sites.blog.key=short",
        "sites.blog.origins=blog.example",
        "sites[bl--og].open=true",
        "sites[Blog].open=true"
      })
  void whatCannotBeIsToldAtTheStart(String property) {
    runner
        .withPropertyValues("rejoinder.comments." + property)
        .run(context -> assertThat(context).hasFailed());
  }
}
