package io.tapstack.model.value;

/** A resource or property object was built without a property that CloudFormation requires. */
public final class MissingPropertyException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String typeName;
    private final String propertyName;

    MissingPropertyException(String typeName, String propertyName) {
        super(typeName + " requires " + propertyName + ", which was not set; see " + ReferencePage.of(typeName));
        this.typeName = typeName;
        this.propertyName = propertyName;
    }

    /** The type that was built, such as {@code AWS::DynamoDB::Table}. */
    public String typeName() {
        return typeName;
    }

    /** The property that is missing, such as {@code KeySchema}. */
    public String propertyName() {
        return propertyName;
    }
}
