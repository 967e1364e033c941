package io.rejoinder.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.rejoinder.local",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule roomsAreFreeOfCycles =
      slices().matching("io.rejoinder.local.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theRootHoldsOnlyTheProgram =
      classes()
          .that()
          .resideInAPackage("io.rejoinder.local")
          .and()
          .doNotHaveSimpleName("package-info")
          .should()
          .be(Rejoinder.class);

  @ArchTest
  static final ArchRule onlyTheBrokerRoomKnowsTheServer =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.rejoinder.local.broker")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("kafka..");
}
