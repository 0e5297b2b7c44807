package io.tapstack.model.facts;

/** Where and how a resource type takes its tags. */
public final class TagFacts {

    private final String propertyName;
    private final TagShape shape;

    TagFacts(String propertyName, TagShape shape) {
        this.propertyName = propertyName;
        this.shape = shape;
    }

    /** The property, mostly {@code Tags}. */
    public String propertyName() {
        return propertyName;
    }

    /** The shape of the property's value. */
    public TagShape shape() {
        return shape;
    }

    @Override
    public String toString() {
        return propertyName + ':' + shape;
    }
}
