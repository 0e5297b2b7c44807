package io.tapstack.patterns.proof;

import io.tapstack.model.template.SourceLocation;

/** What an update of a stack changes beside its resources: a parameter, an output, another entry of a section. Immutable. */
public final class DeclarationUpdate {

    private final String section;
    private final String name;
    private final Fate fate;
    private final SourceLocation source;
    private final DataLoss dataLoss;
    private final String note;

    DeclarationUpdate(String section, String name, Fate fate, SourceLocation source, DataLoss dataLoss, String note) {
        this.section = section;
        this.name = name;
        this.fate = fate;
        this.source = source;
        this.dataLoss = dataLoss;
        this.note = note;
    }

    /** The section of the template, such as {@code Outputs}. */
    public String section() {
        return section;
    }

    /** The name of the entry; empty if the section is meant as a whole. */
    public String name() {
        return name;
    }

    /** {@link Fate#ADDED}, {@link Fate#REMOVED} or {@link Fate#UPDATED}. */
    public Fate fate() {
        return fate;
    }

    /** Where it stands: in the second template, or in the first if it is removed. */
    public SourceLocation source() {
        return source;
    }

    /** Whether data may be lost by it: by resources that only CloudFormation makes of it. */
    public DataLoss dataLoss() {
        return dataLoss;
    }

    /** What to know of it; empty if there is nothing. */
    public String note() {
        return note;
    }

    @Override
    public String toString() {
        return section + (name.isEmpty() ? "" : "/" + name) + ": " + fate;
    }
}
