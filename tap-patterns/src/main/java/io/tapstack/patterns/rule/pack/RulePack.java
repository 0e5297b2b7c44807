package io.tapstack.patterns.rule.pack;

import java.util.List;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Parameter;

/** Rules under a common name, by which {@code tap check --pack} chooses them. A rule may be in several packs. */
@Immutable
public abstract class RulePack {

    RulePack() {}

    /** A pack. */
    public static RulePack of(String name, String title, List<PackedRule> rules) {
        return ImmutableRulePack.of(name, title, rules);
    }

    /** The name, in lower-case letters. */
    @Parameter
    public abstract String name();

    /** What the rules demand, in a few words. */
    @Parameter
    public abstract String title();

    /** The rules, in order. */
    @Parameter
    public abstract List<PackedRule> rules();
}
