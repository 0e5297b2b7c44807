package io.tapstack.model.validation.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.facts.CloudFormationFacts;
import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.ResourceFacts;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextPatternTest {

    private static TextPattern pattern(String expression) {
        return java.util.Objects.requireNonNull(TextPattern.of(expression));
    }

    @Test
    void knowsTheLengthsOfMatches() {
        assertThat(pattern("^[a-z0-9]([a-z0-9-]{0,18}[a-z0-9])?$").minLength()).isEqualTo(1);
        assertThat(pattern("^[a-z0-9]([a-z0-9-]{0,18}[a-z0-9])?$").maxLength()).isEqualTo(20);
        assertThat(pattern("(abc|d)e?").minLength()).isEqualTo(1);
        assertThat(pattern("(abc|d)e?").maxLength()).isEqualTo(4);
        assertThat(pattern("a{2}b{3,}").minLength()).isEqualTo(5);
        assertThat(pattern("a{2}b{3,}").maxLength()).isEqualTo(TextPattern.UNBOUNDED);
        assertThat(pattern("").maxLength()).isZero();
    }

    @Test
    void doesNotPretendToUnderstandTheRest() {
        assertThat(TextPattern.of("(?!aws)[a-z]+")).isNull();
        assertThat(TextPattern.of("(a)\\1")).isNull();
        assertThat(TextPattern.of("[a-z&&[^b]]")).isNull();
        assertThat(TextPattern.of("a{5,2}")).isNull();
        assertThat(TextPattern.of("(a")).isNull();
        assertThat(TextPattern.of("(".repeat(100))).isNull();
    }

    @Test
    void givesExamplesOfTheLongestAndTheUgliest() {
        assertThat(pattern("^[a-z0-9]([a-z0-9-]{0,18}[a-z0-9])?$").examples(20))
                .contains("a", "0", "a------------------a", "aaaaaaaaaaaaaaaaaaaa");
        assertThat(pattern("[a-zA-Z0-9-]*").examples(3)).contains("", "A", "AAA", "-", "---");
    }

    @Test
    void examplesMatchThePatternsOfAllTypes() {
        CloudFormationFacts facts = CloudFormationFacts.bundled();
        int matching = 0;
        int examples = 0;
        for (String type : facts.typeNames()) {
            ResourceFacts resource = facts.resource(type).orElseThrow();
            for (PropertyFacts property : resource.properties()) {
                String text = property.limits().patternText();
                TextPattern pattern = text == null ? null : TextPattern.of(text);
                if (text == null || pattern == null) {
                    continue;
                }
                Pattern compiled = Pattern.compile(text);
                for (String example : pattern.examples(80)) {
                    examples++;
                    matching += compiled.matcher(example).find() ? 1 : 0;
                    assertThat((long) example.length()).isBetween(pattern.minLength(), pattern.maxLength());
                }
            }
        }
        assertThat(examples).isGreaterThan(1_000);
        assertThat(matching).isGreaterThan(examples * 98 / 100);
    }
}
