package io.tapstack.model.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule about which properties of one shape stand together. */
public final class ConstraintFacts {

    private final Kind kind;
    private final @Nullable String subject;
    private final List<List<String>> alternatives;

    ConstraintFacts(Kind kind, @Nullable String subject, List<List<String>> alternatives) {
        this.kind = kind;
        this.subject = subject;
        this.alternatives = alternatives;
    }

    /** What the rule demands. */
    public Kind kind() {
        return kind;
    }

    /** The property whose presence triggers a {@code DEPENDENT_} rule; null for the others. */
    public @Nullable String subject() {
        return subject;
    }

    /**
     * The groups of property names that the rule counts; a group is present when all its properties are. Nearly every group
     * has one name. The groups of a {@code DEPENDENT_} rule have exactly one.
     */
    public List<List<String>> alternatives() {
        return alternatives;
    }

    @Override
    public String toString() {
        return kind + " " + subject + " " + alternatives;
    }

    /** What a rule demands. */
    public enum Kind {

        /** Exactly one group is present. */
        REQUIRED_XOR("required-xor", false),
        /** At least one group is present. */
        REQUIRED_OR("required-or", false),
        /** When the subject is present, every property named is. */
        DEPENDENT_REQUIRED("dependent-required", true),
        /** When the subject is present, none of the properties named is. */
        DEPENDENT_EXCLUDED("dependent-excluded", true);

        private final String text;
        private final boolean dependent;

        Kind(String text, boolean dependent) {
            this.text = text;
            this.dependent = dependent;
        }

        /** True if the rule has a {@link ConstraintFacts#subject()}. */
        public boolean dependent() {
            return dependent;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
