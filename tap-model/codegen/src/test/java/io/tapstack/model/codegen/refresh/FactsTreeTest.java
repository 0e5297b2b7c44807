package io.tapstack.model.codegen.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsTreeTest {

    @TempDir
    private Path folder;

    @Test
    void onlyWhatChangesIsWrittenAndWhatIsStaleIsDeleted() throws IOException {
        Files.writeString(folder.resolve("README.md"), "by hand");
        FactsTree first = tree("resource AWS::X::Y\nproperty A string\n");
        first.put("iam/old.facts", "service old\n");

        assertThat(first.writeTo(folder)).isEqualTo(2);
        assertThat(first.writeTo(folder)).isZero();

        FactsTree second = tree("resource AWS::X::Y\nproperty A integer\nproperty B string\n");
        SnapshotDiff diff = SnapshotDiff.between(FactsTree.read(folder), second);

        assertThat(second.writeTo(folder)).isEqualTo(2);
        assertThat(folder.resolve("iam/old.facts")).doesNotExist();
        assertThat(folder.resolve("README.md")).exists();
        assertThat(diff.lines())
                .containsExactly(
                        "~ cloudformation/aws/x/Y.facts property A: string -> integer",
                        "+ cloudformation/aws/x/Y.facts property B",
                        "- iam/old.facts");
        assertThat(diff.counts()).hasToString("{+ property=1, - file=1, ~ property=1}");
    }

    @Test
    void namesThatDifferOnlyInCaseAreRejected() {
        FactsTree tree = tree("resource AWS::X::Y\n");
        tree.put("cloudformation/aws/x/y.facts", "resource AWS::X::y\n");

        assertThatThrownBy(() -> tree.writeTo(folder))
                .isInstanceOf(RefreshException.class)
                .hasMessageContaining("differ only in case");
    }

    private static FactsTree tree(String text) {
        FactsTree tree = new FactsTree();
        tree.put("cloudformation/aws/x/Y.facts", text);
        return tree;
    }
}
