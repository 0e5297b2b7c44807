package io.tapstack.patterns.proof;

import io.tapstack.model.facts.ListType;
import io.tapstack.model.facts.MapType;
import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.PropertyType;
import io.tapstack.model.facts.Replacement;
import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.facts.Shape;
import io.tapstack.model.facts.StructType;
import io.tapstack.model.facts.TagFacts;
import io.tapstack.model.facts.UnionType;
import io.tapstack.model.scenario.Guard;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A place in the properties of a resource, what the facts know of it, and when it counts. */
final class Spot {

    private final Optional<ResourceFacts> resource;
    private final String path;
    private final Replacement replacement;
    private final @Nullable Shape shape;
    private final @Nullable PropertyType type;
    private final boolean secret;
    private final @Nullable Guard guard;

    private Spot(
            Optional<ResourceFacts> resource,
            String path,
            Replacement replacement,
            @Nullable Shape shape,
            @Nullable PropertyType type,
            boolean secret,
            @Nullable Guard guard) {
        this.resource = resource;
        this.path = path;
        this.replacement = replacement;
        this.shape = shape;
        this.type = type;
        this.secret = secret;
        this.guard = guard;
    }

    /**
     * All properties of a resource.
     *
     * @param least what every change of them may do, whatever the facts say
     */
    static Spot of(Optional<ResourceFacts> resource, Replacement least, @Nullable Guard guard) {
        return new Spot(resource, ResourceComparison.PROPERTIES, least, resource.orElse(null), null, false, guard);
    }

    String path() {
        return path;
    }

    /** When it counts; null if always. */
    @Nullable
    Guard guard() {
        return guard;
    }

    Spot within(Guard inner) {
        return new Spot(resource, path, replacement, shape, type, secret, inner);
    }

    /** What a change here does: at least possibly the worst that a change below does. */
    Replacement worst(Reach reach) {
        boolean worseBelow = reach.of(shape, type).replacement().compareTo(replacement) > 0;
        return worseBelow ? worse(replacement, Replacement.MAYBE) : replacement;
    }

    /** Whether it is a secret, or there may be one below. */
    boolean isSecret(Reach reach) {
        return secret || reach.of(shape, type).secret();
    }

    /** A member of the object that stands here: a property if the shape is known, else part of a map or of free-form JSON. */
    Spot member(String name, Reach reach) {
        String below = path + "/" + escaped(name);
        boolean hidden = secret || Secrets.isSecret(name);
        if (shape == null) {
            PropertyType element = type instanceof MapType map ? map.element() : null;
            return new Spot(resource, below, worst(reach), shapeOf(element), element, hidden, guard);
        }
        PropertyFacts property = shape.property(name).orElse(null);
        if (property == null) {
            return new Spot(resource, below, worse(replacement, Replacement.MAYBE), null, null, hidden, guard);
        }
        return new Spot(
                resource,
                below,
                worse(replacement, property.replacement()),
                shapeOf(property.type()),
                property.type(),
                hidden || Secrets.isSecret(property),
                guard);
    }

    /** An item of the list that stands here. */
    Spot item(String step) {
        PropertyType element = type instanceof ListType list ? list.element() : null;
        return new Spot(resource, path + "/" + escaped(step), replacement, shapeOf(element), element, secret, guard);
    }

    private static String escaped(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }

    /** Whether the tags of the resource stand here. */
    boolean isTags() {
        Optional<TagFacts> tags = resource.flatMap(ResourceFacts::tags);
        return tags.isPresent()
                && path.equals(ResourceComparison.PROPERTIES + "/" + tags.get().propertyName());
    }

    /** The shape of an object of a type; null if there is none, or if there are several. */
    private @Nullable Shape shapeOf(@Nullable PropertyType ofType) {
        PropertyType struct = ofType;
        if (ofType instanceof UnionType union) {
            List<PropertyType> structs = union.alternatives().stream()
                    .filter(StructType.class::isInstance)
                    .toList();
            struct = structs.size() == 1 ? structs.get(0) : null;
        }
        return struct instanceof StructType known && resource.isPresent()
                ? resource.get().type(known.name()).orElse(null)
                : null;
    }

    private static Replacement worse(Replacement one, Replacement other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
