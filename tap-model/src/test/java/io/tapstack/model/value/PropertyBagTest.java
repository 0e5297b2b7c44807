package io.tapstack.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyBagTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 31, 32, 33, 34, 100})
    void namesAreUniqueInBagsOfAnySize(int size) {
        PropertyBag once = numbered(size).build();
        PropertyBag.Builder twice = once.toBuilder();
        for (int i = size - 1; i >= 0; i--) {
            twice.put("Name" + i, Value.of(i));
        }
        assertThat(twice.build()).isEqualTo(once).hasToString(once.toString());
        assertThat(once.size()).isEqualTo(size);
    }

    @Test
    void whatIsReplacedKeepsItsPlace() {
        PropertyBag.Builder builder = numbered(100);
        PropertyBag bag = builder.put("Name70", Value.of("new")).build();
        assertThat(bag.size()).isEqualTo(100);
        assertThat(bag.valueAt(70)).isEqualTo(Value.of("new"));
        assertThat(builder.get("Name70")).contains(Value.of("new"));
        assertThat(builder.get("Name100")).isEmpty();
    }

    @Test
    void theOrderOfNamesIsNoDifference() {
        PropertyBag.Builder backwards = PropertyBag.builder();
        for (int i = 99; i >= 0; i--) {
            backwards.put("Name" + i, Value.of(i));
        }
        assertThat(backwards.build())
                .isEqualTo(numbered(100).build())
                .hasSameHashCodeAs(numbered(100).build());
        assertThat(numbered(99).build()).isNotEqualTo(numbered(100).build());
    }

    @Test
    void costGrowsLinearly() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(numbered(500_000).build())
                        .isEqualTo(numbered(500_000).build()));
    }

    private static PropertyBag.Builder numbered(int size) {
        PropertyBag.Builder builder = PropertyBag.builder();
        for (int i = 0; i < size; i++) {
            builder.put("Name" + i, Value.of(i));
        }
        return builder;
    }
}
