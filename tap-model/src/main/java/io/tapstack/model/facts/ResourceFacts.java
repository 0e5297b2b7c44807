package io.tapstack.model.facts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One resource type: its properties, what {@code Ref} and {@code Fn::GetAtt} return, how it takes tags. */
public final class ResourceFacts implements Shape {

    private final ResourceHead head;
    private final ShapeMembers members;
    private final List<AttributeFacts> attributes;
    private final Map<String, AttributeFacts> attributesByName;
    private final List<TypeFacts> types;
    private final Map<String, TypeFacts> typesByName;

    ResourceFacts(ResourceHead head, ShapeMembers members, List<AttributeFacts> attributes, List<TypeFacts> types) {
        this.head = head;
        this.members = members;
        this.attributes = Collections.unmodifiableList(new ArrayList<>(attributes));
        this.types = Collections.unmodifiableList(new ArrayList<>(types));
        this.attributesByName = new HashMap<>(attributes.size() * 4 / 3 + 1);
        for (AttributeFacts attribute : attributes) {
            attributesByName.put(attribute.name(), attribute);
        }
        this.typesByName = new HashMap<>(types.size() * 4 / 3 + 1);
        for (TypeFacts type : types) {
            typesByName.put(type.name(), type);
        }
    }

    /** The full name, for example {@code AWS::DynamoDB::Table}. */
    public String typeName() {
        return head.typeName;
    }

    /** The full name, as {@link #typeName()}. */
    @Override
    public String name() {
        return head.typeName;
    }

    @Override
    public List<PropertyFacts> properties() {
        return members.properties();
    }

    @Override
    public Optional<PropertyFacts> property(String name) {
        return members.property(name);
    }

    @Override
    public List<PropertyFacts> requiredProperties() {
        return members.required();
    }

    @Override
    public boolean open() {
        return members.open();
    }

    @Override
    public List<ConstraintFacts> constraints() {
        return members.constraints();
    }

    /** What {@code Fn::GetAtt} takes, sorted by name. */
    public List<AttributeFacts> attributes() {
        return attributes;
    }

    /**
     * The attribute of that, possibly dotted, name: the exact one, else the one with a wildcard that covers it, as
     * {@code Outputs.*} of a nested stack covers {@code Outputs.BucketName}.
     */
    public Optional<AttributeFacts> attribute(String name) {
        AttributeFacts attribute = attributesByName.get(name);
        if (attribute == null) {
            attribute = attributesByName.get(name.substring(0, name.indexOf('.') + 1) + '*');
        }
        if (attribute == null) {
            attribute = attributesByName.get("*");
        }
        return Optional.ofNullable(attribute);
    }

    /** The property types that the properties use, directly or not, sorted by name. They may refer to themselves. */
    public List<TypeFacts> types() {
        return types;
    }

    /** The property type of that exact name. */
    public Optional<TypeFacts> type(String name) {
        return Optional.ofNullable(typesByName.get(name));
    }

    /** True if the resource holds data that its deletion loses. */
    public boolean stateful() {
        return head.stateful;
    }

    /** True if the type can't be created any more: AWS has shut it down or removed it. */
    public boolean retired() {
        return head.retired;
    }

    /** How AWS cares for the type. */
    public Lifecycle lifecycle() {
        return head.lifecycle;
    }

    /** How the type takes tags; empty if it takes none. */
    public Optional<TagFacts> tags() {
        return Optional.ofNullable(head.tags);
    }

    /**
     * The identifiers that {@code Ref} returns: the name of a property or an attribute; several are joined with {@code |}.
     * Empty if unknown.
     */
    public List<String> refReturns() {
        return head.refReturns;
    }

    /**
     * The property that names a resource in its account: what {@code Ref} returns and the ARN ends with. Two resources of the type can't
     * have the same at a time, and another one makes another resource. Empty if the type has none, or takes none.
     */
    public Optional<PropertyFacts> nameProperty() {
        return refReturns().size() == 1 && arnPattern().isPresent()
                ? property(refReturns().get(0)).filter(property -> property.replacement() == Replacement.ALWAYS)
                : Optional.empty();
    }

    /** The resource's ARN with {@code ${…}} placeholders, as IAM writes it; empty if unknown. */
    public Optional<String> arnPattern() {
        return Optional.ofNullable(head.arnPattern);
    }

    /** The transform a template must declare for this type, {@code AWS::Serverless-2016-10-31}; empty for most. */
    public Optional<String> transform() {
        return Optional.ofNullable(head.transform);
    }

    /** The sources that describe the type. */
    public Origin origin() {
        return head.origin;
    }

    @Override
    public String toString() {
        return head.typeName;
    }
}
