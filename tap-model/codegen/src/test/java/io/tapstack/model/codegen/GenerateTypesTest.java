package io.tapstack.model.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateTypesTest {

    private static final String TABLE = "io/tapstack/model/aws/trap/List.java";

    @TempDir
    private Path output;

    /** With {@code -Dgolden.update=true} it writes the golden files anew instead; then read the difference. */
    @Test
    void writesTheGoldenFiles() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            GenerateTypes.run(Golden.FACTS, Golden.EXPECTED);
        }
        GenerateTypes.main(new String[] {Golden.FACTS.toString(), output.toString()});

        Map<String, String> expected = Golden.files(Golden.EXPECTED);
        Map<String, String> actual = Golden.files(output);
        Set<String> names = new LinkedHashSet<>(expected.keySet());
        assertThat(actual.keySet()).isEqualTo(names).hasSize(20);
        for (String name : names) {
            assertThat(actual.get(name)).as(name).isEqualTo(expected.get(name));
        }
    }

    @Test
    void secondRunWritesNothing() throws IOException {
        GenerateTypes.run(Golden.FACTS, output);
        FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(output.resolve(TABLE), longAgo);

        assertThat(GenerateTypes.run(Golden.FACTS, output)).isEqualTo("20 generated sources: 0 written, 0 deleted");
        assertThat(Files.getLastModifiedTime(output.resolve(TABLE))).isEqualTo(longAgo);
    }

    @Test
    void changedFileIsWrittenAgain() throws IOException {
        GenerateTypes.run(Golden.FACTS, output);
        Files.writeString(output.resolve(TABLE), SourceFile.HEADER + "changed");

        assertThat(GenerateTypes.run(Golden.FACTS, output)).isEqualTo("20 generated sources: 1 written, 0 deleted");
        assertThat(Golden.files(output)).isEqualTo(Golden.files(Golden.EXPECTED));
    }

    @Test
    void staleFileAndItsEmptyFolderAreDeleted() throws IOException {
        GenerateTypes.run(Golden.FACTS, output);
        Path stale = output.resolve("io/tapstack/model/aws/gone/Type.java");
        Files.createDirectories(stale.getParent());
        Files.writeString(stale, SourceFile.HEADER + "package io.tapstack.model.aws.gone;\n");

        assertThat(GenerateTypes.run(Golden.FACTS, output)).isEqualTo("20 generated sources: 0 written, 1 deleted");
        assertThat(stale.getParent()).doesNotExist();
    }

    @Test
    void folderWithOtherFilesIsLeftAlone() throws IOException {
        Path foreign = output.resolve("io/tapstack/model/Precious.java");
        Files.createDirectories(foreign.getParent());
        Files.writeString(foreign, "package io.tapstack.model;\n");

        assertThatIllegalStateException()
                .isThrownBy(() -> GenerateTypes.run(Golden.FACTS, output))
                .withMessageContaining("Precious.java was not generated");
        assertThat(foreign).exists();
    }

    @Test
    void wantsTwoArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GenerateTypes.main(new String[] {"one"}))
                .withMessageContaining("<factsDir> <outputDir>");
    }
}
