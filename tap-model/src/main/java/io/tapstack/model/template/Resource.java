package io.tapstack.model.template;

import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.PropertyCollector;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.TypedView;
import io.tapstack.model.value.Value;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One resource of a template: a logical id, a type, properties and options. The base of the generated classes.
 *
 * <p>Two resources are equal if all of these are; where they come from is no difference.
 */
public abstract class Resource {

    private final LogicalId logicalId;
    private final String resourceType;
    private final PropertyBag properties;
    private final ResourceOptions options;
    private final SourceLocation source;

    /** For generated classes: a resource as a builder has collected it. */
    protected Resource(Builder<?> builder, PropertyBag properties) {
        logicalId = builder.logicalId;
        resourceType = builder.resourceType;
        options = builder.options;
        source = builder.source;
        this.properties = Objects.requireNonNull(properties, "properties");
    }

    /**
     * For generated classes: another resource seen as one of this type.
     *
     * @throws IllegalArgumentException if it is of another type
     */
    protected Resource(Resource other, String resourceType) {
        if (!other.resourceType.equals(resourceType)) {
            throw new IllegalArgumentException(
                    "other: " + other.logicalId + " is a " + other.resourceType + ", no " + resourceType);
        }
        this.logicalId = other.logicalId;
        this.resourceType = resourceType;
        this.properties = other.properties;
        this.options = other.options;
        this.source = other.source;
    }

    Resource(
            LogicalId logicalId,
            String resourceType,
            PropertyBag properties,
            ResourceOptions options,
            SourceLocation source) {
        this.logicalId = Objects.requireNonNull(logicalId, "logicalId");
        this.resourceType = Objects.requireNonNull(resourceType, "resourceType");
        this.properties = Objects.requireNonNull(properties, "properties");
        this.options = Objects.requireNonNull(options, "options");
        this.source = Objects.requireNonNull(source, "source");
    }

    /** The name within the template. */
    public final LogicalId logicalId() {
        return logicalId;
    }

    /** The type, such as {@code AWS::DynamoDB::Table}. */
    public final String resourceType() {
        return resourceType;
    }

    /** All properties by their CloudFormation names, those that this library does not know included. */
    public final PropertyBag properties() {
        return properties;
    }

    /** What is said beside the properties. */
    public final ResourceOptions options() {
        return options;
    }

    /** Where it comes from. */
    public final SourceLocation source() {
        return source;
    }

    /** What {@code Ref} gives: the name, id or ARN, as the type defines. */
    public final Ref<String> ref() {
        return Ref.to(logicalId);
    }

    /** An attribute by its name: the open way, for attributes that this library does not know yet. */
    public final <T> GetAtt<T> attribute(String name) {
        return GetAtt.of(logicalId, name);
    }

    /** This resource with other properties; of no generated class, and unchecked until the template is validated. */
    public final GenericResource withProperties(PropertyBag others) {
        return new GenericResource(logicalId, resourceType, others, options, source);
    }

    /** This resource with other options; of no generated class. */
    public final GenericResource withOptions(ResourceOptions others) {
        return new GenericResource(logicalId, resourceType, properties, others, source);
    }

    /** This resource with another place that it comes from; of no generated class. */
    public final GenericResource withSource(SourceLocation other) {
        return new GenericResource(logicalId, resourceType, properties, options, other);
    }

    /** For generated getters: the value of a property, typed as the facts say. */
    @SuppressWarnings("unchecked")
    protected final <V> Optional<Value<V>> property(String name) {
        return Optional.ofNullable((Value<V>) properties.find(name));
    }

    /** For generated getters: a property object or a list of such, typed as the facts say; the view is a {@code PropertyObject}. */
    protected final <V> Optional<Value<V>> property(String name, ObjectValue<?> view) {
        return TypedView.of(properties.find(name), view);
    }

    /** For generated getters: a map of property objects, typed as the facts say; the view is a {@code PropertyObject}. */
    protected final <V> Optional<Value<V>> mapProperty(String name, ObjectValue<?> view) {
        return TypedView.ofMap(properties.find(name), view);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Resource that
                && logicalId.equals(that.logicalId)
                && resourceType.equals(that.resourceType)
                && properties.equals(that.properties)
                && options.equals(that.options);
    }

    @Override
    public final int hashCode() {
        return logicalId.hashCode() * 31 + resourceType.hashCode();
    }

    @Override
    public final String toString() {
        return resourceType + " " + logicalId;
    }

    /**
     * Collects the properties and options of a resource. Not thread-safe; what it builds is.
     *
     * @param <B> the generated builder itself
     */
    public abstract static class Builder<B extends Builder<B>> extends PropertyCollector<B> {

        private final LogicalId logicalId;
        private final String resourceType;
        private final SourceLocation source;
        private ResourceOptions options;

        /** For generated classes: a new resource, declared in this place. */
        protected Builder(String logicalId, String resourceType, SourceLocation source) {
            super(PropertyBag.empty());
            this.logicalId = LogicalId.of(logicalId);
            this.resourceType = resourceType;
            this.options = ResourceOptions.none();
            this.source = Objects.requireNonNull(source, "source");
        }

        /** For generated classes: starts with another resource. */
        protected Builder(Resource start) {
            super(start.properties());
            this.logicalId = start.logicalId();
            this.resourceType = start.resourceType();
            this.options = start.options();
            this.source = start.source();
        }

        /** Sets what is said beside the properties, in place of what was set before. */
        @SuppressWarnings("unchecked")
        public final B options(ResourceOptions newOptions) {
            options = Objects.requireNonNull(newOptions, "newOptions");
            return (B) this;
        }

        /** Changes what is said beside the properties: {@code options(o -> o.deletionPolicy(RETAIN))}. */
        public final B options(UnaryOperator<ResourceOptions.Builder> change) {
            return options(change.apply(options.toBuilder()).build());
        }
    }
}
