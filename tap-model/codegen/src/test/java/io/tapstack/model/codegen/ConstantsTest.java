package io.tapstack.model.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.facts.CloudFormationFacts;
import io.tapstack.model.facts.PropertyFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConstantsTest {

    @TempDir
    private Path facts;

    @Test
    void oneSpelledLikeItsConstantKeepsItsName() throws IOException {
        assertThat(claim("property Status string enum=on,ON,On"))
                .containsExactly(
                        Map.entry("on", "STATUS_ON_2"), Map.entry("ON", "STATUS_ON"), Map.entry("On", "STATUS_ON_3"));
    }

    @Test
    void propertiesMayNotTakeEachOthersConstants() throws IOException {
        assertThat(claim("property Foo string enum=BAR_X", "property FooBar string enum=X"))
                .containsExactly(Map.entry("BAR_X", "FOO_BAR_X"), Map.entry("X", "FOO_BAR_X_2"));
    }

    @Test
    void itemsOfListsCountAsTheirProperty() throws IOException {
        assertThat(claim("property Modes list(string) item-enum=A")).containsExactly(Map.entry("A", "MODES_A"));
    }

    @Test
    void numbersAndLargeSetsHaveNone() throws IOException {
        String largest = values(Constants.MOST);

        assertThat(claim("property Days integer enum=1,3,5")).isEmpty();
        assertThat(claim("property Types string enum=" + largest)).hasSize(Constants.MOST);
        assertThat(claim("property Types string enum=" + largest + ",one-more")).isEmpty();
    }

    private static String values(int count) {
        return IntStream.range(0, count).mapToObj(i -> "V" + i).collect(Collectors.joining(","));
    }

    private Map<String, String> claim(String... properties) throws IOException {
        Path file = facts.resolve(CloudFormationFacts.fileOf("AWS::Trap::Thing"));
        Files.createDirectories(file.getParent());
        Files.writeString(facts.resolve("cloudformation/index"), "AWS::Trap::Thing\n");
        Files.writeString(file, "resource AWS::Trap::Thing\n" + String.join("\n", properties) + "\n");
        List<PropertyFacts> all = CloudFormationFacts.from(facts)
                .resource("AWS::Trap::Thing")
                .orElseThrow()
                .properties();
        Constants constants = new Constants();
        Map<String, String> claimed = new LinkedHashMap<>();
        all.forEach(property -> claimed.putAll(constants.claim(property)));
        return claimed;
    }
}
