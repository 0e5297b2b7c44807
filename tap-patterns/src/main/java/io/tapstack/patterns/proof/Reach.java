package io.tapstack.patterns.proof;

import io.tapstack.model.facts.ListType;
import io.tapstack.model.facts.MapType;
import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.PropertyType;
import io.tapstack.model.facts.Replacement;
import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.facts.Shape;
import io.tapstack.model.facts.StructType;
import io.tapstack.model.facts.UnionType;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may lie below a place of a resource, of which only the whole is known to differ. */
final class Reach {

    private final Optional<ResourceFacts> resource;
    private final Map<Shape, Reach.Below> known = new HashMap<>();

    Reach(Optional<ResourceFacts> resource) {
        this.resource = resource;
    }

    /** The worst below an object of that shape, or below a value of that type. */
    Below of(@Nullable Shape shape, @Nullable PropertyType type) {
        if (shape != null) {
            Below below = known.get(shape);
            if (below == null) {
                below = shape(shape, Collections.newSetFromMap(new IdentityHashMap<>()));
                known.put(shape, below);
            }
            return below;
        }
        return type == null ? Below.NOTHING : type(type, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private Below shape(Shape shape, Set<Shape> seen) {
        Below worst = Below.NOTHING;
        if (seen.add(shape)) {
            for (PropertyFacts property : shape.properties()) {
                worst = worst.or(new Below(property.replacement(), Secrets.isSecret(property)))
                        .or(type(property.type(), seen));
            }
        }
        return worst;
    }

    private Below type(PropertyType type, Set<Shape> seen) {
        if (type instanceof ListType list) {
            return type(list.element(), seen);
        }
        if (type instanceof MapType map) {
            return type(map.element(), seen);
        }
        if (type instanceof UnionType union) {
            return all(union.alternatives(), seen);
        }
        return type instanceof StructType struct && resource.isPresent()
                ? resource.get()
                        .type(struct.name())
                        .map(shape -> shape(shape, seen))
                        .orElse(Below.NOTHING)
                : Below.NOTHING;
    }

    private Below all(List<PropertyType> types, Set<Shape> seen) {
        Below worst = Below.NOTHING;
        for (PropertyType type : types) {
            worst = worst.or(type(type, seen));
        }
        return worst;
    }

    /** The worst that a change below does, and whether there may be secrets. */
    record Below(Replacement replacement, boolean secret) {

        static final Below NOTHING = new Below(Replacement.NEVER, false);

        Below or(Below other) {
            return new Below(
                    replacement.compareTo(other.replacement) < 0 ? other.replacement : replacement,
                    secret || other.secret);
        }
    }
}
