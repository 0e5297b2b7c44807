package io.tapstack.model.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UniqueNamesTest {

    @Test
    void suffixThenNumbers() {
        UniqueNames names = UniqueNames.of(Set.of("ref"));

        assertThat(names.claim("arn", "Attribute")).isEqualTo("arn");
        assertThat(names.claim("ref", "Attribute")).isEqualTo("refAttribute");
        assertThat(names.claim("ref", "Attribute")).isEqualTo("refAttribute2");
        assertThat(names.claim("ref", "Attribute")).isEqualTo("refAttribute3");
    }

    @Test
    void keywordsAreNeverFree() {
        UniqueNames names = UniqueNames.of(Set.of());

        assertThat(names.claim("default", "Property")).isEqualTo("defaultProperty");
        assertThat(names.claim("true", "Property")).isEqualTo("trueProperty");
    }

    @Test
    void methodsMayDifferInCaseOnly() {
        UniqueNames names = UniqueNames.of(Set.of());

        assertThat(names.claim("name", "Property")).isEqualTo("name");
        assertThat(names.claim("Name", "Property")).isEqualTo("Name");
    }

    @Test
    void classesMayNotDifferInCaseOnly() {
        UniqueNames names = UniqueNames.ofFiles();

        assertThat(names.claimNumbered("CASE", "")).isEqualTo("CASE");
        assertThat(names.claimNumbered("Case", "")).isEqualTo("Case2");
        assertThat(names.claimNumbered("case2", "")).isEqualTo("case22");
        assertThat(names.claimNumbered("CASE", "")).isEqualTo("CASE3");
    }

    @Test
    void resourceTypesThatDifferInCaseOnlyAreNumbered() {
        assertThat(TypeGenerator.classNames(List.of("AWS::Trap::CASE", "AWS::Trap::Case", "AWS::Trap::Cases")))
                .containsExactly("CASE", "Case2", "Cases");
    }
}
