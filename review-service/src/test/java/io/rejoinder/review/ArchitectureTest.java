package io.rejoinder.review;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.rejoinder.review",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule ROOMS_ARE_FREE_OF_CYCLES =
      slices().matching("io.rejoinder.review.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ROOT_HOLDS_THE_APPLICATION_ONLY =
      classes()
          .that()
          .resideInAPackage("io.rejoinder.review")
          .should()
          .haveSimpleName("ReviewServiceApplication")
          .orShould()
          .haveSimpleName("package-info");

  @ArchTest
  static final ArchRule OTHER_ROOMS_KNOW_NOTHING_OF_THE_SITE =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.rejoinder.review.site")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.rejoinder.review.site");

  @ArchTest
  static final ArchRule READING_AN_EXPORT_KNOWS_NO_FRAMEWORK =
      noClasses()
          .that()
          .haveNameMatching(
              ".*\\.(Wxr\\w+|Checking|Emission|CommentText|PostHtml|MarkdownEscape|\\w+Rules|Drafting)")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "reactor..");

  @ArchTest
  static final ArchRule NO_OTHER_SERVICE_IS_KNOWN =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.rejoinder.comment..", "io.rejoinder.moderation..");
}
