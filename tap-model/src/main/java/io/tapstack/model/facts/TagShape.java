package io.tapstack.model.facts;

/** How a resource type takes its tags. */
public enum TagShape {

    /** A list of the standard {@code Key}, {@code Value} tag. */
    LIST("list"),
    /** A map from key to value. */
    MAP("map"),
    /** Free-form JSON, in practice a map from key to value. */
    JSON("json"),
    /** A single structure. */
    OBJECT("object"),
    /** A list of an item type of its own, for example with {@code PropagateAtLaunch}. */
    OWN("own");

    private final String text;

    TagShape(String text) {
        this.text = text;
    }

    static TagShape of(String text) {
        for (TagShape shape : values()) {
            if (shape.text.equals(text)) {
                return shape;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not a shape of tags");
    }

    @Override
    public String toString() {
        return text;
    }
}
