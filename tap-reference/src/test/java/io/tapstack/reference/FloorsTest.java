package io.tapstack.reference;

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
            .importPackages("io.tapstack.reference");

    @Test
    void packagesFormNoCycle() {
        slices().matching("io.tapstack.reference.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void nothingButTheCommandLineKnowsTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.tapstack.reference.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.tapstack.reference.cli..", "picocli..")
                .check(CLASSES);
    }

    @Test
    void graphsDeployFilesAndPagesStandOnTheModelAlone() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.tapstack.reference.graph..",
                        "io.tapstack.reference.deploy..",
                        "io.tapstack.reference.explain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.tapstack.patterns..", "io.tapstack.reference.pipeline..", "io.tapstack.reference.check..")
                .check(CLASSES);
    }

    @Test
    void oneClassKnowsWhoFindsPlacesInPictures() {
        noClasses()
                .that()
                .doNotHaveSimpleName("PictureLayout")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse..")
                .check(CLASSES);
    }
}
