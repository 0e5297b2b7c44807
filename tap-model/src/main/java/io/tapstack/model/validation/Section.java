package io.tapstack.model.validation;

/** The parts of a template that declare something, in the order in which they are judged. */
public enum Section {
    /** The template itself: its description, metadata and transforms. */
    TEMPLATE(""),
    /** What may be chosen when the stack is created. */
    PARAMETERS("Parameters"),
    /** Tables of fixed values. */
    MAPPINGS("Mappings"),
    /** Assertions on parameters. */
    RULES("Rules"),
    /** Named truths over parameters. */
    CONDITIONS("Conditions"),
    /** What is created. */
    RESOURCES("Resources"),
    /** What the stack shows. */
    OUTPUTS("Outputs");

    private final String key;

    Section(String key) {
        this.key = key;
    }

    /** The key under which the section stands; empty for the template itself. */
    public String key() {
        return key;
    }
}
