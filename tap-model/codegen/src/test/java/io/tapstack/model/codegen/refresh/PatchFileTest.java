package io.tapstack.model.codegen.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PatchFileTest {

    private final FactsDocument table = new FactsDocument("AWS::X::Y");
    private final FactsDocument service = new FactsDocument("x");

    PatchFileTest() {
        table.add("", "resource AWS::X::Y origin=both");
        table.add("", "property A string");
        table.add("T", "type T");
        table.add("T", "property A integer");
        service.add("", "service x");
    }

    @Test
    void linesAreReplacedInTheirSection() {
        apply(
                "# why",
                "@ AWS::X::Y T",
                "- property A integer",
                "+ property A long",
                "+ property AB string",
                "",
                "@ AWS::X::Y",
                "+ property 0 json",
                "@ iam x",
                "+ key x:k String");

        assertThat(table.text()).isEqualTo("""
            resource AWS::X::Y origin=both
            property 0 json
            property A string
            type T
            property A long
            property AB string
            """);
        assertThat(service.text()).isEqualTo("service x\nkey x:k String\n");
    }

    @Test
    void aPatchWhoseLineIsGoneFails() {
        assertThatThrownBy(() -> apply("@ AWS::X::Y", "- property A integer"))
                .isInstanceOf(RefreshException.class)
                .hasMessage("patches/x.patch:1: no longer applies, there is no line 'property A integer' in AWS::X::Y");
    }

    @Test
    void aPatchThatTheSourceHasCaughtUpWithFails() {
        assertThatThrownBy(() -> apply("", "@ AWS::X::Y T", "+ property A integer"))
                .isInstanceOf(RefreshException.class)
                .hasMessageContaining("patches/x.patch:2: is no longer needed");
    }

    @Test
    void aPatchOfAnUnknownTypeFails() {
        assertThatThrownBy(() -> apply("@ AWS::X::Z", "+ property A string"))
                .isInstanceOf(RefreshException.class)
                .hasMessageContaining("there is no AWS::X::Z");
    }

    @Test
    void aMalformedPatchIsNamed() {
        assertThatThrownBy(() -> apply("@ AWS::X::Y", "property A string"))
                .isInstanceOf(RefreshException.class)
                .hasMessageStartingWith("patches/x.patch:2: expected");
        assertThatThrownBy(() -> apply("+ property A string")).isInstanceOf(RefreshException.class);
    }

    private void apply(String... lines) {
        PatchFile.parse("patches/x.patch", List.of(lines)).apply(Map.of("AWS::X::Y", table), Map.of("x", service));
    }
}
