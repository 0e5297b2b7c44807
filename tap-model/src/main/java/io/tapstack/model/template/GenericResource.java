package io.tapstack.model.template;

import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.PropertyBag;

/**
 * A resource of any type by its name: for modules, custom resources, third-party types, and types newer than this library.
 *
 * <p>Nothing is checked when it is built; validation judges it by the facts if they know its type.
 */
public final class GenericResource extends Resource {

    GenericResource(
            LogicalId logicalId,
            String resourceType,
            PropertyBag properties,
            ResourceOptions options,
            SourceLocation source) {
        super(logicalId, resourceType, properties, options, source);
    }

    private GenericResource(Builder builder, PropertyBag properties) {
        super(builder, properties);
    }

    /** A builder of a resource with this name and type, declared by the line that calls this. */
    public static Builder builder(String logicalId, String resourceType) {
        return new Builder(logicalId, resourceType, SourceLocation.ofCaller());
    }

    /** A builder of a resource with this name and type that was declared in that place. */
    public static Builder builder(String logicalId, String resourceType, SourceLocation source) {
        return new Builder(logicalId, resourceType, source);
    }

    /** A resource as it stands in a template. */
    public static GenericResource of(
            LogicalId logicalId,
            String resourceType,
            PropertyBag properties,
            ResourceOptions options,
            SourceLocation source) {
        return new GenericResource(logicalId, resourceType, properties, options, source);
    }

    /** Collects the properties of a resource of any type. Not thread-safe; what it builds is. */
    public static final class Builder extends Resource.Builder<Builder> {

        private Builder(String logicalId, String resourceType, SourceLocation source) {
            super(logicalId, resourceType, source);
        }

        /** The resource. */
        public GenericResource build() {
            return new GenericResource(this, checked(""));
        }
    }
}
