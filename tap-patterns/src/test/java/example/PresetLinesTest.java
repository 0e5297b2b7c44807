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
        int first = new Throwable().getStackTrace()[0].getLineNumber() + 1;
        CustomerManagedKey.Builder keyBuilder = CustomerManagedKey.builder("Key");
        CustomerManagedKey key = keyBuilder.description("d").alias("a").build();
        int second = new Throwable().getStackTrace()[0].getLineNumber() + 1;
        EncryptedTable.Builder tableBuilder = EncryptedTable.builder("Table");
        EncryptedTable table =
                tableBuilder.name("t").partitionKey("id").key(key).build();

        Template template = SecureStack.builder(
                        StackConventions.builder(Parameter.string("Suffix").build())
                                .build())
                .description("d")
                .addPresets(key, table)
                .build()
                .template();

        assertThat(template.resources())
                .extracting(
                        Resource::resourceType, resource -> resource.source().line())
                .containsExactly(
                        tuple("AWS::KMS::Key", first),
                        tuple("AWS::KMS::Alias", first),
                        tuple("AWS::DynamoDB::Table", second));
    }
}
