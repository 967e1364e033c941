package io.rejoinder.moderation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms of this service, and what may know what. */
@AnalyzeClasses(
    packages = "io.rejoinder.moderation",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule ROOMS_ARE_FREE_OF_CYCLES =
      slices().matching("io.rejoinder.moderation.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule THE_ROOT_HOLDS_THE_APPLICATION_ALONE =
      classes()
          .that()
          .resideInAPackage("io.rejoinder.moderation")
          .should()
          .haveSimpleName("ModerationServiceApplication")
          .orShould()
          .haveSimpleName("package-info");

  @ArchTest
  static final ArchRule THE_FOLD_KNOWS_EVENTS_ALONE =
      noClasses()
          .that()
          .resideInAPackage("..moderation.record..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..", "org.apache.kafka..", "com.mongodb..", "reactor..");

  @ArchTest
  static final ArchRule SCREENS_AND_POLICY_KNOW_NO_BROKER_AND_NO_STORE =
      noClasses()
          .that()
          .resideInAnyPackage("..moderation.screening..", "..moderation.policy..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "com.mongodb..", "reactor..");

  @ArchTest
  static final ArchRule THE_LOOP_NEEDS_NO_STORE =
      noClasses()
          .that()
          .resideInAPackage("..moderation.intake..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.mongodb..", "reactor..");

  @ArchTest
  static final ArchRule LUCENE_IS_KNOWN_TO_THE_INDEX_ALONE =
      noClasses()
          .that()
          .resideOutsideOfPackage("..moderation.index..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.lucene..");

  @ArchTest
  static final ArchRule NOTHING_IS_KEPT_IN_COLLECTIONS =
      noClasses().should().dependOnClassesThat().resideInAPackage("com.mongodb..");
}
