package io.rejoinder.comment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms and what may stand between them. */
@AnalyzeClasses(
    packages = "io.rejoinder.comment",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule ROOMS_ARE_FREE_OF_CYCLES =
      slices().matching("io.rejoinder.comment.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule THE_ROOT_HOLDS_THE_APPLICATION_ALONE =
      classes()
          .that()
          .resideInAPackage("io.rejoinder.comment")
          .should()
          .haveSimpleName("CommentServiceApplication")
          .orShould()
          .haveSimpleName("package-info");

  @ArchTest
  static final ArchRule ONLY_THE_ADAPTER_KNOWS_THE_STORE =
      noClasses()
          .that()
          .resideInAnyPackage("..live..", "..submission..", "..broker..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.mongodb..", "org.bson..");

  @ArchTest
  static final ArchRule WHAT_A_COMMENT_IS_NEEDS_NO_FRAMEWORK =
      noClasses()
          .that()
          .haveNameMatching(
              ".*\\.(Comment|Place|Key|Markdown|PlainText|Threads|Placement|Arrived|Ring|Viewer"
                  + "|EventId|CommentView|Draft|Edit|Checks|Tickets|SubmissionView)")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework..");

  @ArchTest
  static final ArchRule NO_ROOM_KNOWS_ANOTHER_SERVICE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.rejoinder.review..", "io.rejoinder.moderation..");
}
