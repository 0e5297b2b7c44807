package io.tapstack.patterns.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.Join;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Select;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MentionsTest {

    private static final LogicalId BUCKET = LogicalId.of("Bucket");

    @Test
    void writesTheSameTextForTheSameValueHoweverItIsPutTogether() {
        String expected = "${Bucket.Arn}/*";

        assertThat(Mentions.written(Sub.of("${Bucket.Arn}/*"))).isEqualTo(expected);
        assertThat(Mentions.written(Sub.of("${Arn}/*", Map.of("Arn", GetAtt.<String>of(BUCKET, "Arn")))))
                .isEqualTo(expected);
        assertThat(Mentions.written(Join.of("/", GetAtt.<String>of(BUCKET, "Arn"), Value.of("*"))))
                .isEqualTo(expected);
    }

    @Test
    void writesAPlaceholderForWhatIsNotKnown() {
        assertThat(Mentions.written(Ref.<String>to(BUCKET))).isEqualTo("${Bucket}");
        assertThat(Mentions.written(Select.of(Value.of(0), Value.strings("one", "two"))))
                .isEqualTo("${}");
        assertThat(Mentions.written(null)).isEmpty();
    }
}
