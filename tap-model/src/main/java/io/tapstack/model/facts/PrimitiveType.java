package io.tapstack.model.facts;

/** The types that aren't made of others. */
public enum PrimitiveType implements PropertyType {

    /** Text. */
    STRING("string"),
    /** A whole number of 32 bits. */
    INTEGER("integer"),
    /** A whole number of 64 bits. */
    LONG("long"),
    /** Any number. */
    NUMBER("number"),
    /** True or false. */
    BOOLEAN("boolean"),
    /** A point in time, written as text in ISO 8601. */
    TIMESTAMP("timestamp"),
    /** Free-form JSON: the sources don't say more. */
    JSON("json"),
    /** The standard tag: a structure of the strings {@code Key} and {@code Value}. */
    TAG("tag");

    private final String text;

    PrimitiveType(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
