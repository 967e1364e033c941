package io.rejoinder.review.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckingTest {

  private static ImportPlan odd() throws IOException, RefusedFile {
    Checking checking =
        new Checking(new ItemRules(Set.of("post")), new CommentRules(5_000), () -> {});
    try (InputStream in =
        Objects.requireNonNull(CheckingTest.class.getResourceAsStream("odd-export.xml"))) {
      WxrReader.read(in, checking);
    }
    return checking.plan();
  }

  @Test
  void publishedPostsComeInAndTheRestIsReported() throws Exception {
    ImportPlan plan = odd();

    assertThat(plan.items()).hasSize(11);
    assertThat(plan.itemsSkipped()).isEqualTo(9);
    assertThat(plan.items().get(0).origin()).isEqualTo("films.example/7");
    assertThat(plan.items().get(10).origin()).isEqualTo("films.example/15");
    assertThat(reasons(plan, "item"))
        .containsExactly(
            "not published there (status draft)",
            "not published there (status private)",
            "protected by a password there",
            "not published there (status trash)",
            "of type page (imported: post)",
            "of type attachment (imported: post)",
            "neither a link nor an id to know it by",
            "neither content nor comments",
            "the same item as the one on line 17");
  }

  @Test
  void oddCommentsAreReportedWithTheirLines() throws Exception {
    ImportPlan plan = odd();

    assertThat(plan.commentsSkipped()).isEqualTo(3);
    assertThat(plan.findings().kept())
        .filteredOn(finding -> finding.what().startsWith("comment"))
        .extracting(Finding::toString)
        .containsExactly(
            "line 46: comment 2 skipped: a pingback, not a comment",
            "line 53: comment 3 changed: answers a comment that is not imported; now at the top",
            "line 68: comment 5 changed: answers itself in a circle; now at the top",
            "line 79: comment 1 skipped: the number is taken on line 33",
            "line 83: comment 8 skipped: no text");
  }

  @Test
  void parentsThatAreThereAreKept() throws Exception {
    assertThat(odd().items().get(0).parents())
        .containsOnly(java.util.Map.entry("4", "1"), java.util.Map.entry("6", "5"));
  }

  @Test
  void reportHoldsNoTextOfCommentsAndNoAddresses() throws Exception {
    assertThat(odd().findings().kept().toString())
        .doesNotContain("ann@", "192.0.2.7", "secret", "in a circle with", "buy");
  }

  @Test
  void itemIsWholeWhereItsContentFollowsItsComments() throws Exception {
    assertThat(odd().items().get(10).headFirst()).isFalse();
    assertThat(odd().items().get(0).headFirst()).isTrue();
  }

  private static List<String> reasons(ImportPlan plan, String what) {
    return plan.findings().kept().stream()
        .filter(finding -> finding.what().startsWith(what))
        .map(Finding::why)
        .toList();
  }
}
