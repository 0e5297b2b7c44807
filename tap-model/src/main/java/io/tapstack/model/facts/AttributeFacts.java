package io.tapstack.model.facts;

/** What {@code Fn::GetAtt} returns for one attribute name. */
public final class AttributeFacts {

    private final String name;
    private final PropertyType type;

    AttributeFacts(String name, PropertyType type) {
        this.name = name;
        this.type = type;
    }

    /** The name as {@code Fn::GetAtt} takes it; it may hold dots, as in {@code Endpoint.Address}, or end in {@code *}. */
    public String name() {
        return name;
    }

    /** The type of the value. */
    public PropertyType type() {
        return type;
    }

    @Override
    public String toString() {
        return name + ' ' + type;
    }
}
