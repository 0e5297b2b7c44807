package io.tapstack.model.facts;

/** Which of the sources describes a resource type. */
public enum Origin {

    /** The specification of the CDK project alone. */
    SPEC("spec"),
    /** The registry schemas alone. */
    SCHEMA("schema"),
    /** Both: structure from the specification, limits from the schemas. */
    BOTH("both");

    private final String text;

    Origin(String text) {
        this.text = text;
    }

    static Origin of(String text) {
        for (Origin origin : values()) {
            if (origin.text.equals(text)) {
                return origin;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not an origin");
    }

    @Override
    public String toString() {
        return text;
    }
}
