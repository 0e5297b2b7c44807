package io.tapstack.model.codegen.refresh;

import io.tapstack.model.facts.Lifecycle;
import io.tapstack.model.facts.Origin;
import io.tapstack.model.facts.PropertyType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A resource type while sources are merged. */
final class ResourceModel {

    final String typeName;
    final ShapeModel root;
    final Map<String, ShapeModel> types = new TreeMap<>();
    final Map<String, PropertyType> attributes = new TreeMap<>();
    final List<String> refReturns = new ArrayList<>();
    Origin origin;
    boolean stateful;
    boolean retired;
    Lifecycle lifecycle = Lifecycle.ACTIVE;

    @Nullable
    String tagProperty;

    @Nullable
    String arnPattern;

    @Nullable
    String transform;

    ResourceModel(String typeName, Origin origin) {
        this.typeName = typeName;
        this.root = new ShapeModel("");
        this.origin = origin;
    }

    /** Forgets the types that no property uses, and what attributes say about them. */
    void prune() {
        Set<String> reachable = new LinkedHashSet<>();
        List<ShapeModel> open = new ArrayList<>(List.of(root));
        while (!open.isEmpty()) {
            for (PropertyModel property :
                    open.remove(open.size() - 1).properties.values()) {
                for (String name : TypeNames.in(property.type)) {
                    if (reachable.add(name)) {
                        open.add(type(name));
                    }
                }
            }
        }
        types.keySet().retainAll(reachable);
        attributes.replaceAll((name, type) -> TypeNames.freeWhereUnknown(type, reachable));
    }

    ShapeModel type(String name) {
        ShapeModel type = types.get(name);
        if (type == null) {
            throw new RefreshException(typeName + " refers to the unknown property type " + name);
        }
        return type;
    }
}
