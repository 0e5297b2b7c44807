package io.tapstack.reference.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What counts as the same said by two tools. */
class AnsweringRulesTest {

    private final AnsweringRules rules = AnsweringRules.read();

    @Test
    void the_peer_agrees_with_ours_by_ids_that_it_shares_with_cfn_lint() {
        Found ours = found("UnknownProperty", 7, "Resources/A/Properties/Nme");

        assertThat(rules.agreeWithPeer(found("F3002", 7, "Resources/A/Properties/Nme"), ours))
                .isTrue();
        assertThat(rules.agreeWithPeer(found("E3002", 7, "Resources/A/Properties/Nme"), ours))
                .isTrue();
        assertThat(rules.agreeWithPeer(found("F3003", 7, "Resources/A/Properties/Nme"), ours))
                .isFalse();
        assertThat(rules.agreeWithPeer(found("F3002", 9, "Resources/B/Properties/Nme"), ours))
                .isFalse();
    }

    @Test
    void of_its_own_ids_those_of_the_table_count_alone() {
        Found none = found("NoResources", 1, "");

        assertThat(rules.agreeWithPeer(found("F0001", 4, ""), none)).isTrue();
        assertThat(rules.agreeWithPeer(found("E0001", 4, ""), none)).isFalse();
        assertThat(rules.agreeWithPeer(found("E9106", 1, ""), none)).isFalse();
        assertThat(rules.agreeWithPeer(found("E9999", 1, ""), none)).isFalse();
    }

    @Test
    void an_id_that_means_something_else_than_cfn_lints_counts_as_its_own() {
        Found fault = found("E1001", 1, "");

        assertThat(rules.agreeOfPeer(fault, found("F0001", 1, ""))).isTrue();
        assertThat(rules.agreeOfPeer(fault, found("F1001", 1, ""))).isTrue();
        assertThat(rules.agreeOfPeer(fault, found("F3002", 1, ""))).isFalse();
        assertThat(rules.agreeOfPeer(found("W2001", 1, ""), found("E1018", 1, "")))
                .isFalse();
    }

    private static Found found(String rule, int line, String path) {
        return new Found(rule, "ERROR", line, path, "");
    }
}
