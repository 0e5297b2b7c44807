package example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.patterns.preset.CustomerManagedKey;
import io.tapstack.patterns.preset.EncryptedTable;
import io.tapstack.patterns.preset.SecureStack;
import io.tapstack.patterns.preset.StackConventions;
import org.junit.jupiter.api.Test;

/** Stands outside the library's packages, as the code of users does. */
class PresetLinesTest {

    @Test
    void resourcesComeFromTheLineThatDeclaredTheirPreset() {
        int here = new Throwable().getStackTrace()[0].getLineNumber();
        CustomerManagedKey key =
                CustomerManagedKey.builder("Key").description("d").alias("a").build();
        EncryptedTable table = EncryptedTable.builder("Table")
                .name("t")
                .partitionKey("id")
                .key(key)
                .build();

        Template template = SecureStack.builder(
                        StackConventions.builder(Parameter.string("Suffix").build())
                                .build())
                .description("d")
                .addPresets(key, table)
                .build()
                .template();

        assertThat(template.resources())
                .extracting(
                        Resource::resourceType, resource -> resource.source().line() - here)
                .containsExactly(
                        tuple("AWS::KMS::Key", 1), tuple("AWS::KMS::Alias", 1), tuple("AWS::DynamoDB::Table", 2));
    }
}
