package io.tapstack.model.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import org.junit.jupiter.api.Test;

class TagTest {

    @Test
    void holdsKeyAndValue() {
        Ref<String> stage = Ref.to(LogicalId.of("Stage"));

        assertThat(Tag.of("a", "b").members()).hasToString("{Key: \"a\", Value: \"b\"}");
        assertThat(Tag.of("a", stage).getValue()).contains(stage);
        assertThat(Tag.of(stage, stage).getKey()).contains(stage);
        assertThat(Tag.from(Tag.of("a", "b").members())).isEqualTo(Tag.of("a", Value.of("b")));
    }
}
