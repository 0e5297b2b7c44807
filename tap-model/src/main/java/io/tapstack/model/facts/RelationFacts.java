package io.tapstack.model.facts;

/** A value that comes from another resource: an attribute of a resource type, or what its {@code Ref} returns. */
public final class RelationFacts {

    private final String typeName;
    private final String attribute;

    RelationFacts(String typeName, String attribute) {
        this.typeName = typeName;
        this.attribute = attribute;
    }

    /** The other resource's type, for example {@code AWS::KMS::Key}. */
    public String typeName() {
        return typeName;
    }

    /** The attribute or identifier, for example {@code Arn}. */
    public String attribute() {
        return attribute;
    }

    @Override
    public String toString() {
        return typeName + '.' + attribute;
    }
}
