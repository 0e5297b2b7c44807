package io.tapstack.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The packages stand on floors: docs/adr/0004-package-floors.md. */
class FloorsTest {

    private static final Pattern GENERATED = Pattern.compile(".*/io/tapstack/model/(aws|alexa)/.*");

    private static final JavaClasses HAND_WRITTEN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.matches(GENERATED))
            .importPackages("io.tapstack.model");

    @Test
    void eachPackageImportsFromLowerFloorsOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("facts")
                .definedBy("io.tapstack.model.facts..")
                .layer("value")
                .definedBy("io.tapstack.model.value..")
                .layer("template")
                .definedBy("io.tapstack.model.template..")
                .layer("iam")
                .definedBy("io.tapstack.model.iam..")
                .layer("scenario")
                .definedBy("io.tapstack.model.scenario..")
                .layer("validation")
                .definedBy("io.tapstack.model.validation..")
                .layer("io")
                .definedBy("io.tapstack.model.io..")
                .whereLayer("io")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("validation")
                .mayOnlyBeAccessedByLayers("io")
                .whereLayer("scenario")
                .mayOnlyBeAccessedByLayers("validation")
                .whereLayer("iam")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("template")
                .mayOnlyBeAccessedByLayers("iam", "scenario", "validation", "io")
                .whereLayer("value")
                .mayOnlyBeAccessedByLayers("template", "iam", "scenario", "validation", "io")
                .whereLayer("facts")
                .mayOnlyBeAccessedByLayers("iam", "validation", "io")
                .check(HAND_WRITTEN);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("io.tapstack.model.(*)..").should().beFreeOfCycles().check(HAND_WRITTEN);
    }

    @Test
    void onlyIoKnowsJackson() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.tapstack.model.io..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson..", "org.yaml.snakeyaml..")
                .check(HAND_WRITTEN);
    }

    @Test
    void handWrittenCodeImportsNoGeneratedTypes() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.tapstack.model.aws..", "io.tapstack.model.alexa..")
                .check(HAND_WRITTEN);
    }

    @Test
    void nothingReflectsOrAsksTheClock() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.tapstack.model.value..",
                        "io.tapstack.model.template..",
                        "io.tapstack.model.scenario..",
                        "io.tapstack.model.validation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.lang.reflect..", "java.net..", "java.time..")
                .check(HAND_WRITTEN);
    }
}
