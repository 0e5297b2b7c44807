package io.tapstack.model.codegen;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    @TempDir
    private Path root;

    @Test
    void oneFileIsNotWrittenTwice() throws IOException {
        OutputFolder output = new OutputFolder(root);
        output.write(SourceFile.of("a.b", "Table", "class Table {}\n"));

        assertThatIllegalStateException()
                .isThrownBy(() -> output.write(SourceFile.of("a.b", "Table", "class Table {}\n")))
                .withMessage("a/b/Table.java would be written twice");
    }

    @Test
    void filesThatDifferInCaseOnlyAreOneFile() throws IOException {
        OutputFolder output = new OutputFolder(root);
        output.write(SourceFile.of("a.b", "Table", "class Table {}\n"));

        assertThatIllegalStateException()
                .isThrownBy(() -> output.write(SourceFile.of("a.b", "TABLE", "class TABLE {}\n")))
                .withMessage("a/b/TABLE.java would be written twice");
    }
}
