package io.tapstack.patterns;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The packages stand on floors: docs/adr/0004-package-floors.md. */
class FloorsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tapstack.patterns");

    @Test
    void packagesFormNoCycle() {
        slices().matching("io.tapstack.patterns.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void accessStandsBelowEverything() {
        noClasses()
                .that()
                .resideInAPackage("io.tapstack.patterns.access..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.tapstack.patterns.preset..", "io.tapstack.patterns.rule..")
                .check(CLASSES);
    }

    @Test
    void rulesKnowNoPreset() {
        noClasses()
                .that()
                .resideInAPackage("io.tapstack.patterns.rule..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.tapstack.patterns.preset..")
                .check(CLASSES);
    }

    @Test
    void proofsKnowTemplatesOnly() {
        noClasses()
                .that()
                .resideInAPackage("io.tapstack.patterns.proof..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.tapstack.patterns.access..", "io.tapstack.patterns.preset..", "io.tapstack.patterns.rule..")
                .check(CLASSES);
    }

    @Test
    void nothingKnowsTheReference() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.tapstack.reference..")
                .check(CLASSES);
    }
}
