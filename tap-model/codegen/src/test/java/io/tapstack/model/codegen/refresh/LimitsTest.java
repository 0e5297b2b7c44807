package io.tapstack.model.codegen.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsTest {

    @Test
    void limitsThatHoldTogetherAreTheTighterOnes() {
        Limits joined = limits(1, 10, "^a").and(limits(3, 20, "^b"));

        assertThat(joined.min).isEqualByComparingTo("3");
        assertThat(joined.max).isEqualByComparingTo("10");
        assertThat(joined.pattern).isEqualTo("^a");
        assertThat(joined.counts).containsEntry("min-length", 3L).containsEntry("max-length", 10L);
    }

    @Test
    void alternativesAreLooser() {
        Limits joined = limits(1, 10, "^a").or(limits(3, 20, "^b")).or(limits(3, 20, "^c"));

        assertThat(joined.min).isEqualByComparingTo("1");
        assertThat(joined.max).isEqualByComparingTo("20");
        assertThat(joined.pattern).isEqualTo("(?:^a)|(?:^b)|(?:^c)");
        assertThat(joined.counts).containsEntry("min-length", 1L).containsEntry("max-length", 20L);
    }

    @Test
    void whatOneAlternativeDoesNotLimitIsNotLimited() {
        Limits joined = limits(1, 10, "^a").or(new Limits());

        assertThat(joined.min).isNull();
        assertThat(joined.max).isNull();
        assertThat(joined.pattern).isNull();
        assertThat(joined.counts).isEmpty();
    }

    @Test
    void enumerationsOfSeveralSourcesAreJoined() {
        Limits limits = new Limits();
        limits.addEnum(List.of("B"));
        limits.addEnum(List.of("A", "b"));

        assertThat(limits.enumValues).containsExactly("A", "B", "b");
    }

    @Test
    void theFirstSpellingStaysWhenCaseDoesNotMatter() {
        Limits limits = new Limits();
        limits.addEnum(List.of("Monday"));
        limits.ignoreCase = true;
        limits.addEnum(List.of("monday", "tuesday"));

        assertThat(limits.enumValues).containsExactly("Monday", "tuesday");
    }

    private static Limits limits(long min, long max, String pattern) {
        Limits limits = new Limits();
        limits.min = BigDecimal.valueOf(min);
        limits.max = BigDecimal.valueOf(max);
        limits.pattern = pattern;
        limits.counts.put("min-length", min);
        limits.counts.put("max-length", max);
        return limits;
    }
}
