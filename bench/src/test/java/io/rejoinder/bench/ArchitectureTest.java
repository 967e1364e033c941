package io.rejoinder.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.rejoinder.bench",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule roomsAreFreeOfCycles =
      slices().matching("io.rejoinder.bench.(*)..").should().beFreeOfCycles();

  /**
   * The platform is measured from outside; only its broker is taken for a ceiling, its screens
   * alone, and what it has learned is read from its log.
   */
  @ArchTest
  static final ArchRule thePlatformIsSeenOverHttp =
      classes()
          .that()
          .resideInAPackage("io.rejoinder.bench..")
          .and()
          .resideOutsideOfPackages(
              "..ceiling..", "..speed..", "..bench.screening..", "..bench.learning..")
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackages(
              "io.rejoinder.local..", "io.rejoinder.events..", "io.rejoinder.comment..");
}
